package org.khazana.ledger.operation;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Money;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

@Means(
        "Moves money against nothing in return, where the governors have allowed that (the parameter CASH_TRANSFERS). Signed as "
                + "the debit rule of the giving account demands.")
@Says({
    "pay {amount} from account {from} to account {to}, against nothing in return",
    "message of the travel rule with SHA-256 {travelRuleHash}|without a message of the travel rule"
})
public record TransferCash(
        @Means("ISO 4217") AssetCode currency,
        @Means("who gives") AccountId from,
        @Means("who receives") AccountId to,
        @Money(in = "currency") @Means("how much") long amount,

        @Means(
                "of the message in which the institutions on both sides told each other who gives and who receives (FATF Recommendation "
                        + "16), with a random salt in it; demanded between their clients from TRAVEL_RULE_FROM_MINOR on")
        Optional<Hash> travelRuleHash)
        implements MovementOperation {
    /** Without a message of the travel rule. */
    public TransferCash(AssetCode currency, AccountId from, AccountId to, long amount) {
        this(currency, from, to, amount, Optional.empty());
    }
}
