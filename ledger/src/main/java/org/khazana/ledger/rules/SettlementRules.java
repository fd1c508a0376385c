package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.LEG_COUNT_INVALID;

import java.util.List;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.SettleNow;

/** Whether a settlement may be tried; whether each leg is covered is asked when its turn comes. */
public final class SettlementRules {
    private SettlementRules() {}

    /**
     * Order: the number of legs; the gates of every leg, in order of legs; delivery versus payment over all legs, if all
     * have passed their gates; then what would become repatriable, and limits, over all legs.
     */
    public static void judge(SettleNow settle, Circumstances circumstances, Findings findings) {
        List<Leg> legs = settle.legs();
        boolean isCountAllowed = legs.size() >= SettleNow.LEGS_MIN && legs.size() <= SettleNow.LEGS_MAX;
        if (!findings.demand(isCountAllowed, LEG_COUNT_INVALID)) {
            return;
        }
        for (int i = 0; i < legs.size(); i++) {
            Findings ofLeg = new Findings();
            MovementRules.gates(legs.get(i), circumstances, ofLeg);
            ResidencyRules.leg(legs.get(i), circumstances.view(), ofLeg);
            findings.addLeg(i + 1, ofLeg);
        }
        if (findings.areNone()) {
            DeliveryVersusPayment.judge(legs, circumstances.view(), findings);
        }
        if (findings.areNone()) {
            ResidencyRules.settlement(legs, circumstances.view(), findings);
            HoldingLimits.judge(legs, circumstances.view(), findings);
        }
    }
}
