package org.khazana.ledger.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;

/**
 * Why an operation is refused: every rule that it breaks, in the order in which the rules are asked, each once, and no more
 * than {@link Receipt#REFUSALS_MAX}. Rules that make no sense after an earlier one was broken are not asked. For one thread.
 */
public final class Findings {
    private final List<Refusal> refusals = new ArrayList<>(0);
    private final List<Refusal.LegRefusal> legsLeftOut = new ArrayList<>(0);

    public void refuse(RefusalCode code) {
        add(Refusal.of(code));
    }

    /** Refuses as another judgement does. */
    public void refuse(Refusal refusal) {
        add(refusal);
    }

    /** Refuses unless {@code holds}; whether it does. */
    public boolean demand(boolean holds, RefusalCode code) {
        if (!holds) {
            refuse(code);
        }
        return holds;
    }

    /** Refuses if there is none; what there is. */
    <T> Optional<T> demand(Optional<T> sought, RefusalCode code) {
        demand(sought.isPresent(), code);
        return sought;
    }

    /** Takes over what was found about one leg, counted from 1. */
    public void addLeg(int number, Findings ofLeg) {
        ofLeg.refusals.forEach(refusal -> add(Refusal.ofLeg(number, refusal.code())));
    }

    /** Refuses for one leg, counted from 1. */
    public void refuseLeg(int number, RefusalCode code) {
        add(Refusal.ofLeg(number, code));
    }

    /** Notes why one leg, counted from 1, is left out without the others being refused. */
    public void leaveOutLeg(int number, Findings ofLeg) {
        ofLeg.refusals.forEach(refusal -> legsLeftOut.add(new Refusal.LegRefusal(number, refusal.code())));
    }

    /** Notes the legs that another judgement leaves out as well. */
    public void leaveOutAs(Findings other) {
        legsLeftOut.addAll(other.legsLeftOut);
    }

    /** Every rule that a leg that is left out breaks, leg by leg. */
    public List<Refusal.LegRefusal> legsLeftOut() {
        return List.copyOf(legsLeftOut);
    }

    private void add(Refusal refusal) {
        if (refusals.size() < Receipt.REFUSALS_MAX && !refusals.contains(refusal)) {
            refusals.add(refusal);
        }
    }

    /** Whether nothing speaks against it. */
    public boolean areNone() {
        return refusals.isEmpty();
    }

    public Optional<Refusal> first() {
        return refusals.stream().findFirst();
    }

    public List<Refusal> all() {
        return List.copyOf(refusals);
    }
}
