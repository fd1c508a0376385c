package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.REFERENCE_LENGTH_MAX;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;
import org.khazana.ledger.refusal.RefusalCode;

@Means("Delivery versus payment: all legs or nothing. Signed as the debit rules of all giving accounts demand.")
@Says({"settle at once, all or nothing:", "{legs}", "reference {reference}|without a reference"})
public record SettleNow(
        @Count(min = SettleNow.LEGS_MIN, max = SettleNow.LEGS_MAX, otherwise = RefusalCode.LEG_COUNT_INVALID)
        @Means("in the order in which they move")
        List<Leg> legs,

        @Text(max = REFERENCE_LENGTH_MAX) @Means("for people")
        Optional<String> reference)
        implements MovementOperation {
    public static final int LEGS_MIN = 2;
    public static final int LEGS_MAX = 32;

    public SettleNow {
        legs = List.copyOf(legs);
    }
}
