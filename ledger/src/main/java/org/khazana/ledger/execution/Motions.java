package org.khazana.ledger.execution;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.MotionOperation;
import org.khazana.ledger.operation.OpposeMotion;
import org.khazana.ledger.operation.RaiseMotion;
import org.khazana.ledger.operation.SupportMotion;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.rules.MotionRules;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Motion;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.transaction.TransactionId;

/** Gathers agreement to operations, and has them carried out when those agree who must. */
final class Motions {
    private final Performance performance;
    private final LedgerOverlay ledger;
    private final Findings findings;

    Motions(Performance performance) {
        this.performance = performance;
        this.ledger = performance.ledger();
        this.findings = performance.findings();
    }

    void perform(MotionOperation operation) {
        switch (operation) {
            case RaiseMotion raise -> raise(raise);
            case SupportMotion support -> support(support);
            case OpposeMotion oppose -> oppose(oppose);
        }
    }

    /** What is wrong with the operation for other reasons than that others must agree is said at once. */
    private void raise(RaiseMotion raise) {
        MotionRules.judge(raise, performance.circumstances(), findings);
        if (findings.areNone()) {
            Motion motion = new Motion(
                    performance.occasion().transaction(),
                    raise.operation(),
                    performance.circumstances().signers(),
                    new TreeSet<>(),
                    raise.expiresAt(),
                    Motion.Status.OPEN);
            MotionRules.otherThanAgreement(proceed(motion), findings);
        }
    }

    /** The support of the last one who is needed stands or falls with the operation. */
    private void support(SupportMotion support) {
        MotionRules.judge(support, performance.circumstances(), findings);
        if (findings.areNone()) {
            Findings found = proceed(
                    motion(support.motion()).with(performance.circumstances().signers()));
            if (!MotionRules.isAgreementMissing(found)) {
                found.all().forEach(findings::refuse);
            }
        }
    }

    private void oppose(OpposeMotion oppose) {
        MotionRules.judge(oppose, performance.circumstances(), findings);
        if (findings.areNone()) {
            Motion opposed = motion(oppose.motion())
                    .opposedBy(performance.circumstances().signers().sender());
            boolean canBeCarried = MotionRules.canBeCarried(opposed, performance.circumstances());
            ledger.apply(Tables.MOTIONS.put(canBeCarried ? opposed : opposed.with(Motion.Status.REJECTED)));
        }
    }

    /**
     * Carries out the operation if nothing speaks against it any more; what does. The motion keeps the id of the transaction that
     * raised it, but what moves is said to move by the one that is decided now. That one posts nothing else, so it numbers the
     * passages of its tokens without a gap or a clash.
     */
    private Findings proceed(Motion motion) {
        OperationExecution trial =
                new OperationExecution(new LedgerOverlay(ledger), activeOnes(motion.agreed()), performance.occasion());
        Findings found = trial.execute(motion.operation());
        if (found.areNone()) {
            trial.writeBelow();
            performance.postings().takeOver(trial.postings());
            findings.leaveOutAs(found);
            ledger.apply(Tables.MOTIONS.put(motion.with(Motion.Status.CARRIED_OUT)));
        } else {
            ledger.apply(Tables.MOTIONS.put(motion));
        }
        return found;
    }

    /** The agreement of one that was suspended since does not count; without its mover a motion comes to nothing. */
    private Signers activeOnes(Signers agreed) {
        SortedMap<PartyId, SortedSet<Hash>> active = new TreeMap<>(agreed.persons());
        active.keySet().removeIf(party -> !party.equals(agreed.sender()) && !isActive(party));
        return new Signers(agreed.sender(), active);
    }

    private boolean isActive(PartyId party) {
        return performance.circumstances().isActive(party);
    }

    private Motion motion(Hash id) {
        return ledger.motion(new TransactionId(id)).orElseThrow();
    }
}
