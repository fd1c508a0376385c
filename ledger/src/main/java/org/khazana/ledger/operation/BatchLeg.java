package org.khazana.ledger.operation;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Quantity;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

/** One movement of a {@link TransferBatch}, which says of what. The ledger chooses which tokens. */
@Says({"{quantity} from account {from} to account {to}", "message of the travel rule with SHA-256 {travelRuleHash}"})
public record BatchLeg(
        @Means("who gives") AccountId from,
        @Means("who receives") AccountId to,

        @Quantity(of = "asset") @Means("how many tokens, or how much money")
        long quantity,

        @Means(
                "of the message in which the institutions on both sides told each other who gives and who receives (FATF Recommendation "
                        + "16), with a random salt in it; demanded between their clients from TRAVEL_RULE_FROM_MINOR on")
        Optional<Hash> travelRuleHash) {
    /** Without a message of the travel rule. */
    public BatchLeg(AccountId from, AccountId to, long quantity) {
        this(from, to, quantity, Optional.empty());
    }

    /** The movement that it stands for. */
    public Leg of(AssetCode asset) {
        return new Leg(from, to, asset, quantity);
    }
}
