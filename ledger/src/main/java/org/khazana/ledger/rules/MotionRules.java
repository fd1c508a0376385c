package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.MOTIONS_TOO_MANY;
import static org.khazana.ledger.refusal.RefusalCode.MOTION_EXPIRED;
import static org.khazana.ledger.refusal.RefusalCode.MOTION_EXPIRY_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.MOTION_NOT_OPEN;
import static org.khazana.ledger.refusal.RefusalCode.MOTION_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.MOTION_VOICES_TOO_MANY;
import static org.khazana.ledger.refusal.RefusalCode.MOTION_VOICE_UNCHANGED;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NOT_ACTIVE;
import static org.khazana.ledger.refusal.RefusalCode.POLICY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.ROLE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.SAME_PERSON;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OperationForms;
import org.khazana.ledger.operation.OpposeMotion;
import org.khazana.ledger.operation.RaiseMotion;
import org.khazana.ledger.operation.SupportMotion;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Motion;
import org.khazana.ledger.transaction.TransactionId;

/** Whether a motion may be raised, supported or opposed. Whether its operation may be carried out is said by the rules of that. */
public final class MotionRules {
    /** What speaks against an operation only as long as nobody else agrees. */
    private static final Set<RefusalCode> AGREEMENT_MISSING = EnumSet.of(
            RefusalCode.APPROVALS_MISSING,
            RefusalCode.SAME_ORGANISATION,
            RefusalCode.CONTROLLER_SIGNATURE_MISSING,
            RefusalCode.RECEIVER_SIGNATURE_MISSING,
            RefusalCode.BENEFICIARY_SIGNATURE_MISSING);

    private static final long HOUR_MILLIS = 60L * 60 * 1000;

    private MotionRules() {}

    /** Order: an operation without a policy; it would lapse in the past, or too late; too many open ones of the sender. */
    public static void judge(RaiseMotion raise, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        findings.demand(policyOf(raise.operation(), view), POLICY_UNKNOWN);
        long now = circumstances.blockTimeMillis();
        findings.demand(
                raise.expiresAt() > now && raise.expiresAt() - now <= view.figure(Parameter.MOTION_HOURS) * HOUR_MILLIS,
                MOTION_EXPIRY_INVALID);
        PartyId mover = circumstances.signers().sender();
        int open = view.openMotions(mover, now, Motion.OPEN_PER_PARTY_MAX).size();
        findings.demand(open < Motion.OPEN_PER_PARTY_MAX, MOTIONS_TOO_MANY);
    }

    /**
     * Order: unknown; decided; lapsed; the sender has no say; whoever raised it is not active; the sender supports the motion already; one human for two parties; too many
     * have spoken.
     */
    public static void judge(SupportMotion support, Circumstances circumstances, Findings findings) {
        sought(support.motion(), circumstances, findings).ifPresent(motion -> {
            PartyId sender = circumstances.signers().sender();
            findings.demand(circumstances.isActive(motion.mover()), PARTY_NOT_ACTIVE);
            findings.demand(!motion.agreed().include(sender), MOTION_VOICE_UNCHANGED);
            Signers agreed = motion.agreed().and(circumstances.signers());
            findings.demand(agreed.areDifferentPersons(), SAME_PERSON);
            voicesLeft(motion.with(circumstances.signers()), findings);
        });
    }

    /** Order: unknown; decided; lapsed; the sender has no say; it opposes the motion already; too many have spoken. */
    public static void judge(OpposeMotion oppose, Circumstances circumstances, Findings findings) {
        sought(oppose.motion(), circumstances, findings).ifPresent(motion -> {
            PartyId sender = circumstances.signers().sender();
            findings.demand(!motion.opposed().contains(sender), MOTION_VOICE_UNCHANGED);
            voicesLeft(motion.opposedBy(sender), findings);
        });
    }

    private static void voicesLeft(Motion changed, Findings findings) {
        int voices = changed.agreed().persons().size() + changed.opposed().size();
        findings.demand(voices <= Motion.VOICES_MAX, MOTION_VOICES_TOO_MANY);
    }

    private static Optional<Motion> sought(Hash id, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        Optional<Motion> sought = findings.demand(view.motion(new TransactionId(id)), MOTION_UNKNOWN);
        sought.ifPresent(motion -> {
            // A motion that due work has closed is what it was before: one whose time is over.
            findings.demand(motion.isOpen() || motion.status() == Motion.Status.LAPSED, MOTION_NOT_OPEN);
            findings.demand(circumstances.blockTimeMillis() < motion.expiresAtMillis(), MOTION_EXPIRED);
            findings.demand(hasSay(motion, circumstances), ROLE_MISSING);
        });
        return sought;
    }

    /** Whoever has raised it may speak on it, whatever became of its roles. */
    private static boolean hasSay(Motion motion, Circumstances circumstances) {
        PartyId sender = circumstances.signers().sender();
        return sender.equals(motion.mover()) || Involvement.hasSay(sender, motion.operation(), circumstances);
    }

    private static Optional<Policy> policyOf(Operation operation, LedgerView view) {
        return view.policy(OperationForms.of(operation).name());
    }

    /** Whether nothing but the agreement of others speaks against it. */
    public static boolean isOnlyAgreementMissing(Findings findings) {
        return findings.all().stream().allMatch(refusal -> AGREEMENT_MISSING.contains(refusal.code()));
    }

    /** Whether the agreement of others speaks against it, perhaps beside other things. */
    public static boolean isAgreementMissing(Findings findings) {
        return findings.all().stream().anyMatch(refusal -> AGREEMENT_MISSING.contains(refusal.code()));
    }

    /** What speaks against it beside the agreement of others. */
    public static void otherThanAgreement(Findings found, Findings findings) {
        found.all().stream()
                .filter(refusal -> !AGREEMENT_MISSING.contains(refusal.code()))
                .forEach(findings::refuse);
    }

    /** Whether nobody opposes it who must sign, and the policy can still be met without those who do. */
    public static boolean canBeCarried(Motion motion, Circumstances circumstances) {
        Electorate electorate = Electorate.of(motion.operation(), circumstances);
        return Involvement.named(motion.operation(), circumstances.view())
                        .noneMatch(party -> motion.opposed().contains(party))
                && policyOf(motion.operation(), circumstances.view())
                        .filter(policy -> PolicyRules.canBeCarried(motion, policy, electorate))
                        .isPresent();
    }
}
