package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.APPROVALS_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.ROLE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.SAME_ORGANISATION;
import static org.khazana.ledger.refusal.RefusalCode.SAME_PERSON;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OperationForms;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Motion;

/** Whether those who sign are those who must agree, as the {@link Policy} of the operation says. */
public final class PolicyRules {
    private PolicyRules() {}

    /**
     * Order: the sender lacks the role of the first voice; too few with the role of a voice agree; somebody would have to speak
     * with two voices; one human signs for two parties.
     */
    public static void judge(Operation operation, Circumstances circumstances, Findings findings) {
        judge(policyOf(operation, circumstances.view()), circumstances, findings);
    }

    /** Who must agree to such an operation. */
    static Policy policyOf(Operation operation, LedgerView view) {
        String name = OperationForms.of(operation).name();
        Optional<Policy> policy = view.policy(name);
        Invariant.check(policy.isPresent(), "there is no policy for %s: the founding sets one", name);
        return policy.orElseThrow();
    }

    static void judge(Policy policy, Circumstances circumstances, Findings findings) {
        Signers signers = circumstances.signers();
        List<Voice> voices = policy.voices();
        boolean isSenderRight = findings.demand(
                circumstances.hasRole(signers.sender(), voices.getFirst().role()), ROLE_MISSING);
        boolean areEnough = isSenderRight;
        for (int i = isSenderRight ? 0 : 1; i < voices.size(); i++) {
            areEnough &= findings.demand(isHeard(voices.get(i), circumstances), APPROVALS_MISSING);
        }
        if (areEnough) {
            findings.demand(areDifferentParties(voices, circumstances), SAME_ORGANISATION);
        }
        findings.demand(signers.areDifferentPersons(), SAME_PERSON);
    }

    /** Of more parties than are counted, no number is enough: {@link #active} does not tell how many there are. */
    private static boolean isHeard(Voice voice, Circumstances circumstances) {
        int needed = needed(voice, circumstances.view());
        return needed <= Policy.AGREEING_MAX && speakers(voice, circumstances).size() >= needed;
    }

    /** The voice of one that is not active is not heard. */
    private static List<PartyId> speakers(Voice voice, Circumstances circumstances) {
        return circumstances.signers().parties().stream()
                .filter(party -> circumstances.hasRole(party, voice.role()) && circumstances.isActive(party))
                .toList();
    }

    private static boolean areDifferentParties(List<Voice> voices, Circumstances circumstances) {
        List<List<PartyId>> seats = seats(voices, circumstances.view(), voice -> speakers(voice, circumstances));
        seats.set(0, List.of(circumstances.signers().sender()));
        return Seating.isPossible(seats);
    }

    /** Whether the active parties of {@code view} could agree as the policy demands. */
    static boolean canBeMet(Policy policy, LedgerView view) {
        List<List<PartyId>> seats = seats(policy.voices(), view, voice -> active(voice.role(), view));
        return seats.size() <= Policy.AGREEING_MAX && Seating.isPossible(seats);
    }

    /** Whether those who raised it, and the active parties that do not oppose it, could agree as the policy demands. */
    static boolean canBeCarried(Motion motion, Policy policy, LedgerView view) {
        List<List<PartyId>> seats = seats(
                policy.voices(),
                view,
                voice -> active(voice.role(), view).stream()
                        .filter(party -> !motion.opposed().contains(party))
                        .toList());
        seats.set(0, motion.opposed().contains(motion.mover()) ? List.of() : List.of(motion.mover()));
        return Seating.isPossible(seats);
    }

    /** One seat for each party that must speak, and who may take it; the sender's first. */
    private static List<List<PartyId>> seats(
            List<Voice> voices, LedgerView view, Function<Voice, List<PartyId>> speakersOf) {
        List<List<PartyId>> seats = new ArrayList<>();
        for (Voice voice : voices) {
            seats.addAll(Collections.nCopies(needed(voice, view), speakersOf.apply(voice)));
        }
        return seats;
    }

    private static int needed(Voice voice, LedgerView view) {
        return voice.share().of(() -> active(voice.role(), view).size());
    }

    /** No more of them than matter: more than half of so many are more than may be needed, and of a smaller share there are enough. */
    private static List<PartyId> active(Role role, LedgerView view) {
        return view.activeWithRole(role, 2 * Policy.AGREEING_MAX + 1);
    }
}
