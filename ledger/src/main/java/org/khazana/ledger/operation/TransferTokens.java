package org.khazana.ledger.operation;

import java.util.List;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Tokens;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;

@Means("Moves tokens free of payment. Signed as the debit rule of the giving account demands.")
@Says({"move {quantity} tokens of {isin} from account {from} to account {to}, free of payment", "{serials}"})
public record TransferTokens(
        @Means("which tokens") AssetCode isin,
        @Means("who gives") AccountId from,
        @Means("who receives") AccountId to,
        @Tokens @Means("how many") long quantity,

        @Count(min = 0, max = TransferTokens.SERIALS_MAX, otherwise = RefusalCode.SERIALS_INVALID)
        @Means("just these tokens; the ledger chooses when left out")
        List<SerialRange> serials)
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
}
