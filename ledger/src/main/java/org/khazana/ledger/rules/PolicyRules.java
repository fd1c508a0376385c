package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.APPROVALS_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.ROLE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.SAME_ORGANISATION;
import static org.khazana.ledger.transaction.EnvelopeLimits.SIGNATURES_MAX;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.Share;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OperationForms;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.LedgerView;

/** Whether those who sign are those who must agree, as the {@link Policy} of the operation says. */
public final class PolicyRules {
    private PolicyRules() {}

    /**
     * Order: the sender lacks the role of the first voice; too few with the role of a voice sign; somebody would have to speak
     * with two voices.
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
            areEnough &= findings.demand(isHeard(voices.get(i), circumstances), codeFor(voices.get(i)));
        }
        if (areEnough) {
            findings.demand(areDistinct(voices, circumstances), SAME_ORGANISATION);
        }
    }

    private static RefusalCode codeFor(Voice voice) {
        return voice.share() == Share.ONE ? ROLE_MISSING : APPROVALS_MISSING;
    }

    private static boolean isHeard(Voice voice, Circumstances circumstances) {
        return holders(voice.role(), circumstances.signers().parties(), circumstances.view())
                        .size()
                >= needed(voice, circumstances.view());
    }

    private static int needed(Voice voice, LedgerView view) {
        return voice.share().of(active(voice.role(), view).size());
    }

    /**
     * No more of them than matter: already more than half of so many do not fit into one envelope, and of a smaller share there
     * are enough.
     */
    private static List<PartyId> active(Role role, LedgerView view) {
        return view.activeWithRole(role, 2 * SIGNATURES_MAX + 1);
    }

    /** The voice of one that is not active is not heard. */
    private static List<PartyId> holders(Role role, Collection<PartyId> among, LedgerView view) {
        return among.stream()
                .filter(party -> view.party(party)
                        .filter(known -> known.hasRole(role) && known.isActive())
                        .isPresent())
                .toList();
    }

    private static boolean areDistinct(List<Voice> voices, Circumstances circumstances) {
        List<List<PartyId>> seats = new ArrayList<>();
        for (Voice voice : voices) {
            List<PartyId> speakers =
                    holders(voice.role(), circumstances.signers().parties(), circumstances.view());
            for (int seat = 0; seat < needed(voice, circumstances.view()); seat++) {
                seats.add(speakers);
            }
        }
        seats.set(0, List.of(circumstances.signers().sender()));
        return Seating.isPossible(seats);
    }

    /** Whether the active parties of {@code view} could agree as the policy demands, in one envelope. */
    static boolean canBeMet(Policy policy, LedgerView view) {
        List<List<PartyId>> seats = new ArrayList<>();
        for (Voice voice : policy.voices()) {
            List<PartyId> speakers = active(voice.role(), view);
            for (int seat = 0; seat < needed(voice, view); seat++) {
                seats.add(speakers);
            }
        }
        return seats.size() <= SIGNATURES_MAX && Seating.isPossible(seats);
    }
}
