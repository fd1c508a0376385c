package org.khazana.ledger.rules;

import static org.khazana.ledger.receipt.RefusalCode.LEG_COUNT_INVALID;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.receipt.Refusal;
import org.khazana.ledger.receipt.RefusalCode;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.ledger.transaction.Operation.Leg;
import org.khazana.ledger.transaction.Operation.SettleNow;

/** Whether a settlement may be tried; whether each leg is covered is asked when its turn comes. */
public final class SettlementRules {
    private SettlementRules() {}

    /** Order: the number of legs; the gates of every leg, in order of legs; delivery versus payment over all legs. */
    public static Optional<Refusal> refusal(SettleNow settle, Circumstances circumstances) {
        List<Leg> legs = settle.legs();
        if (legs.size() < EnvelopeLimits.LEGS_MIN || legs.size() > EnvelopeLimits.LEGS_MAX) {
            return Optional.of(Refusal.of(LEG_COUNT_INVALID));
        }
        for (int i = 0; i < legs.size(); i++) {
            Optional<RefusalCode> gate = MovementRules.gates(legs.get(i), circumstances);
            if (gate.isPresent()) {
                return Optional.of(Refusal.ofLeg(i + 1, gate.get()));
            }
        }
        return DeliveryVersusPayment.refusal(legs, circumstances.view()).map(Refusal::of);
    }
}
