package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.LEG_COUNT_INVALID;

import java.util.List;
import org.khazana.ledger.operation.CreateInstruction;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Instruction;

/** Whether a settlement may be tried; whether each leg is covered is asked when its turn comes. */
public final class SettlementRules {
    private SettlementRules() {}

    /** Order: as for {@link #judge(List, Circumstances, Findings)}; the travel rule, leg by leg. */
    public static void judge(SettleNow settle, Circumstances circumstances, Findings findings) {
        judge(settle.legs(), circumstances, findings);
        TravelRule.judge(settle.legs(), settle.travelRuleHash(), circumstances.view(), findings);
    }

    /**
     * Order: the number of legs; the gates of every leg, in order of legs; delivery versus payment over all legs, if all
     * have passed their gates; then what would become repatriable, and limits, over all legs.
     *
     * @param circumstances whose signers are those who have agreed to the legs
     */
    private static void judge(List<Leg> legs, Circumstances circumstances, Findings findings) {
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
     * Whether legs of an instruction, or of a part of it, may be tried. Order: as for {@link #legs}; the travel rule, over the legs as they
     * were agreed, so that no part is too small for it. A reversal gives back what has come, and tells nobody anything new.
     *
     * @param legs those that are to move now
     * @param circumstances whose signers are those who have agreed to it
     */
    public static void judge(Instruction instruction, List<Leg> legs, Circumstances circumstances, Findings findings) {
        legs(legs, circumstances, findings);
        if (instruction.reverses().isEmpty()) {
            TravelRule.judge(instruction.legs(), instruction.travelRuleHash(), circumstances.view(), findings);
        }
    }

    /**
     * A settlement as {@link #judge(List, Circumstances, Findings)} has it, or one leg of tokens free of payment. Order of that: its gates,
     * what would become repatriable; a limit.
     */
    private static void legs(List<Leg> legs, Circumstances circumstances, Findings findings) {
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
     * payment; the travel rule, leg by leg.
     */
    static void proposed(CreateInstruction create, Circumstances circumstances, Findings findings) {
        List<Leg> legs = create.legs();
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
        TravelRule.judge(legs, create.travelRuleHash(), circumstances.view(), ofLegs);
        ofLegs.all().forEach(findings::refuse);
    }
}
