package org.khazana.ledger.operation;

import java.util.List;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.refusal.RefusalCode;

@Means(
        "Moves tokens of one kind, or money of one currency, between many accounts, free of payment: each leg under the rules of "
                + "transferTokens or transferCash. Signed as the debit rules of all giving accounts demand.")
@Says({"transfer {asset} free of payment, leg by leg, {mode}:", "{legs}"})
public record TransferBatch(
        @Means("ISIN, or currency code for cash") AssetCode asset,

        @Means("what becomes of the other legs when one is refused")
        BatchMode mode,

        @Count(min = 1, max = TransferBatch.LEGS_MAX, otherwise = RefusalCode.LEG_COUNT_INVALID)
        @Means("in the order in which they move: what an earlier one brings, a later one may give")
        List<BatchLeg> legs)
        implements MovementOperation {
    /** As many as fit into one envelope, with their messages of the travel rule. */
    public static final int LEGS_MAX = 1_000;

    /** Most ranges of serials that all legs move together, so that the receipt stays within its bound. */
    public static final int RANGES_MAX = 32_768;

    public TransferBatch {
        legs = List.copyOf(legs);
    }
}
