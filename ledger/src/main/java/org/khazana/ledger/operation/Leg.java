package org.khazana.ledger.operation;

import java.util.List;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Quantity;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;

/** One movement. */
@Says({"{quantity} from account {from} to account {to}", "{serials}"})
public record Leg(
        @Means("who gives") AccountId from,
        @Means("who receives") AccountId to,
        @Means("ISIN, or currency code for cash") AssetCode asset,

        @Quantity(of = "asset") @Means("how many tokens, or how much money")
        long quantity,

        @Count(min = 0, max = TransferTokens.SERIALS_MAX, otherwise = RefusalCode.SERIALS_INVALID)
        @Means("just these tokens; the ledger chooses when left out")
        List<SerialRange> serials) {
    public Leg {
        serials = List.copyOf(serials);
    }

    /** The ledger chooses which tokens. */
    public Leg(AccountId from, AccountId to, AssetCode asset, long quantity) {
        this(from, to, asset, quantity, List.of());
    }
}
