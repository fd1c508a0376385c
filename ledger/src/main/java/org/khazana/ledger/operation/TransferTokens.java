package org.khazana.ledger.operation;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Tokens;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;

@Means("Moves tokens free of payment. Signed as the debit rule of the giving account demands.")
@Says({
    "move {quantity} tokens of {isin} from account {from} to account {to}, free of payment",
    "{serials}",
    "message of the travel rule with SHA-256 {travelRuleHash}|without a message of the travel rule"
})
public record TransferTokens(
        @Means("which tokens") AssetCode isin,
        @Means("who gives") AccountId from,
        @Means("who receives") AccountId to,
        @Tokens @Means("how many") long quantity,

        @Count(min = 0, max = TransferTokens.SERIALS_MAX, otherwise = RefusalCode.SERIALS_INVALID)
        @Means("just these tokens; the ledger chooses when left out")
        List<SerialRange> serials,

        @Means(
                "of the message in which the institutions on both sides told each other who gives and who receives (FATF Recommendation "
                        + "16), with a random salt in it; demanded between their clients from TRAVEL_RULE_FROM_MINOR on")
        Optional<Hash> travelRuleHash)
        implements MovementOperation {
    /** Most ranges that one movement names. */
    public static final int SERIALS_MAX = 16;

    public TransferTokens {
        serials = List.copyOf(serials);
    }

    /** The ledger chooses which tokens. */
    public TransferTokens(AssetCode isin, AccountId from, AccountId to, long quantity) {
        this(isin, from, to, quantity, List.of());
    }

    /** Without a message of the travel rule. */
    public TransferTokens(AssetCode isin, AccountId from, AccountId to, long quantity, List<SerialRange> serials) {
        this(isin, from, to, quantity, serials, Optional.empty());
    }
}
