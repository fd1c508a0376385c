package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.REFERENCE_LENGTH_MAX;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;
import org.khazana.ledger.refusal.RefusalCode;

@Means("Delivery versus payment: all legs or nothing. Signed as the debit rules of all giving accounts demand.")
@Says({
    "settle at once, all or nothing:",
    "{legs}",
    "reference {reference}|without a reference",
    "message of the travel rule with SHA-256 {travelRuleHash}|without a message of the travel rule"
})
public record SettleNow(
        @Count(min = SettleNow.LEGS_MIN, max = SettleNow.LEGS_MAX, otherwise = RefusalCode.LEG_COUNT_INVALID)
        @Means("in the order in which they move")
        List<Leg> legs,

        @Text(max = REFERENCE_LENGTH_MAX) @Means("for people")
        Optional<String> reference,

        @Means(
                "of the message in which the institutions on both sides told each other who gives and who receives (FATF Recommendation "
                        + "16), with a random salt in it; demanded between their clients from TRAVEL_RULE_FROM_MINOR on")
        Optional<Hash> travelRuleHash)
        implements MovementOperation {
    public static final int LEGS_MIN = 2;
    public static final int LEGS_MAX = 32;

    public SettleNow {
        legs = List.copyOf(legs);
    }

    /** Without a message of the travel rule. */
    public SettleNow(List<Leg> legs, Optional<String> reference) {
        this(legs, reference, Optional.empty());
    }
}
