package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.LEG_COUNT_INVALID;

import java.util.List;
import org.khazana.ledger.operation.CreateInstruction;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.state.Asset;

/** Whether a settlement may be tried; whether each leg is covered is asked when its turn comes. */
public final class SettlementRules {
    private SettlementRules() {}

    /**
     * Order: the number of legs; the gates of every leg, in order of legs; delivery versus payment over all legs, if all
     * have passed their gates; then what would become repatriable, and limits, over all legs.
     *
     * @param circumstances whose signers are those who have agreed to the legs
     */
    public static void judge(List<Leg> legs, Circumstances circumstances, Findings findings) {
        if (!hasRightCount(legs, SettleNow.LEGS_MIN, findings)) {
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

    private static boolean hasRightCount(List<Leg> legs, int least, Findings findings) {
        return findings.demand(legs.size() >= least && legs.size() <= SettleNow.LEGS_MAX, LEG_COUNT_INVALID);
    }

    /**
     * Whether the legs of an instruction may be tried: as {@link #judge(List, Circumstances, Findings)} has it, or one of tokens free of
     * payment. Order of that: its gates, what would become repatriable; a limit.
     *
     * @param circumstances whose signers are those who have agreed to the legs
     */
    public static void agreed(List<Leg> legs, Circumstances circumstances, Findings findings) {
        if (isFreeOfPayment(legs, circumstances)) {
            Findings ofLeg = new Findings();
            MovementRules.gates(legs.getFirst(), circumstances, ofLeg);
            ResidencyRules.freeOfPayment(legs.getFirst(), circumstances.view(), ofLeg);
            findings.addLeg(1, ofLeg);
            HoldingLimits.judge(legs, circumstances.view(), findings);
        } else {
            judge(legs, circumstances, findings);
        }
    }

    private static boolean isFreeOfPayment(List<Leg> legs, Circumstances circumstances) {
        return legs.size() == 1
                && circumstances
                        .view()
                        .asset(legs.getFirst().asset())
                        .filter(Asset::isCash)
                        .isEmpty();
    }

    /**
     * What can be said of the legs of an instruction that nobody has agreed to yet. Order: their number; in every leg, an account or the
     * asset unknown, the quantity, the serials, from and to the same; if all is well, and it is not one leg of tokens, delivery versus
     * payment.
     */
    static void proposed(List<Leg> legs, Circumstances circumstances, Findings findings) {
        if (!hasRightCount(legs, CreateInstruction.LEGS_MIN, findings)) {
            return;
        }
        Findings ofLegs = new Findings();
        for (int i = 0; i < legs.size(); i++) {
            Findings ofLeg = new Findings();
            MovementRules.sense(legs.get(i), circumstances, ofLeg);
            ofLegs.addLeg(i + 1, ofLeg);
        }
        if (ofLegs.areNone() && !isFreeOfPayment(legs, circumstances)) {
            DeliveryVersusPayment.judge(legs, circumstances.view(), ofLegs);
        }
        ofLegs.all().forEach(findings::refuse);
    }
}
