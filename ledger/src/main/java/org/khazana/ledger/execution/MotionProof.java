package org.khazana.ledger.execution;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.Subject;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OperationForms;
import org.khazana.ledger.operation.RegisterOrder;
import org.khazana.ledger.rules.Subjects;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Motion;
import org.khazana.ledger.state.Tables;

/** Proves that motions were carried out with the agreement that they needed, from what was written. A failure is a bug. */
final class MotionProof {
    private MotionProof() {}

    /**
     * Invariant I18: what is carried out was open, at most one at a time, and was agreed to by as many active parties with each
     * role as the policy asks for, granted for what the operation is about and not over on that day, no human among them twice.
     */
    static void agreementWasThere(LedgerView before, LedgerOverlay after, long day) {
        int carriedOut = 0;
        for (Optional<Motion> changed : after.changed(Tables.MOTIONS).values()) {
            Motion motion = changed.orElseThrow();
            boolean wasOpen = before.motion(motion.id()).map(Motion::isOpen).orElse(true);
            Invariant.check(wasOpen, "I18: motion %s was decided and changed later", motion.id());
            if (motion.status() == Motion.Status.CARRIED_OUT) {
                carriedOut++;
                isAgreedTo(motion, before, day);
            }
        }
        Invariant.check(carriedOut <= 1, "I18: %s motions were carried out at once", carriedOut);
    }

    private static void isAgreedTo(Motion motion, LedgerView before, long day) {
        String name = OperationForms.of(motion.operation()).name();
        Policy policy = before.policy(name).orElseThrow();
        Subject subject = Subjects.of(motion.operation(), before);
        for (Voice voice : policy.voices()) {
            long agreed = motion.agreed().parties().stream()
                    .flatMap(party -> before.party(party).stream())
                    .filter(party -> party.isActive()
                            && roles(voice, motion.operation()).stream()
                                    .anyMatch(role -> before.hasRole(party.id(), role, subject, day)))
                    .count();
            int needed = voice.share()
                    .of(() -> before.activeWithRole(voice.role(), subject, day, 2 * Policy.AGREEING_MAX + 1)
                            .size());
            Invariant.check(
                    needed <= Policy.AGREEING_MAX && agreed >= needed,
                    "I18: motion %s had %s of %s with the role %s",
                    motion.id(),
                    agreed,
                    needed,
                    voice.role());
        }
        Invariant.check(motion.agreed().areDifferentPersons(), "I18: one human agreed twice to motion %s", motion.id());
    }

    /** A regulator may ask for an order where the policy has a court officer. */
    private static List<Role> roles(Voice voice, Operation operation) {
        boolean isInstead = operation instanceof RegisterOrder && voice.role() == Role.COURT_OFFICER;
        return isInstead ? List.of(voice.role(), Role.REGULATOR) : List.of(voice.role());
    }
}
