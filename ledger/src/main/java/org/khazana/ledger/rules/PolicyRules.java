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
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.authority.Subject;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OperationForms;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Motion;
import org.khazana.ledger.state.RoleGrant;

/** Whether those who sign are those who must agree, as the {@link Policy} of the operation says. */
public final class PolicyRules {
    private static final String GRANTING = Form.of(GrantRole.class).name();

    private PolicyRules() {}

    /**
     * Order: the sender lacks the role of the first voice; too few with the role of a voice agree; somebody would have to speak
     * with two voices; one human signs for two parties.
     */
    public static void judge(Operation operation, Circumstances circumstances, Findings findings) {
        judge(
                policyOf(operation, circumstances.view()),
                Subjects.of(operation, circumstances.view()),
                circumstances,
                findings);
    }

    /** Who must agree to such an operation. */
    static Policy policyOf(Operation operation, LedgerView view) {
        String name = OperationForms.of(operation).name();
        Optional<Policy> policy = view.policy(name);
        Invariant.check(policy.isPresent(), "there is no policy for %s: the founding sets one", name);
        return policy.orElseThrow();
    }

    /** As {@link #judge(Operation, Circumstances, Findings)}, of an operation about that subject. */
    static void judge(Policy policy, Subject subject, Circumstances circumstances, Findings findings) {
        Electorate electorate = new Electorate(circumstances.view(), subject, circumstances.day());
        Signers signers = circumstances.signers();
        List<Voice> voices = policy.voices();
        boolean isSenderRight = findings.demand(
                electorate.hasRole(signers.sender(), voices.getFirst().role()), ROLE_MISSING);
        boolean areEnough = isSenderRight;
        for (int i = isSenderRight ? 0 : 1; i < voices.size(); i++) {
            areEnough &= findings.demand(isHeard(voices.get(i), electorate, circumstances), APPROVALS_MISSING);
        }
        if (areEnough) {
            findings.demand(areDifferentParties(voices, electorate, circumstances), SAME_ORGANISATION);
        }
        findings.demand(signers.areDifferentPersons(), SAME_PERSON);
    }

    /** Of more parties than are counted, no number is enough: {@link Electorate#active} does not tell how many there are. */
    private static boolean isHeard(Voice voice, Electorate electorate, Circumstances circumstances) {
        int needed = electorate.needed(voice);
        return needed <= Policy.AGREEING_MAX
                && speakers(voice, electorate, circumstances).size() >= needed;
    }

    /** The voice of one that is not active is not heard. */
    private static List<PartyId> speakers(Voice voice, Electorate electorate, Circumstances circumstances) {
        return circumstances.signers().parties().stream()
                .filter(party -> electorate.hasRole(party, voice.role()) && circumstances.isActive(party))
                .toList();
    }

    private static boolean areDifferentParties(List<Voice> voices, Electorate electorate, Circumstances circumstances) {
        List<List<PartyId>> seats = seats(voices, electorate, voice -> speakers(voice, electorate, circumstances));
        seats.set(0, List.of(circumstances.signers().sender()));
        return Seating.isPossible(seats);
    }

    /**
     * Whether those whose roles are for everything could agree as the policy demands, on that day. That of granting roles must be
     * possible without any role that ends, too: as long as it is, every other one can be made possible again.
     */
    static boolean isPossible(Policy policy, LedgerView view, long day) {
        return canBeMet(policy, Electorate.ofEverything(view, day))
                && (!policy.operation().equals(GRANTING)
                        || canBeMet(policy, Electorate.ofEverything(view, RoleGrant.END_OF_TIME)));
    }

    /** Whether the active parties that have a say could agree as the policy demands. */
    static boolean canBeMet(Policy policy, Electorate electorate) {
        List<List<PartyId>> seats = seats(policy.voices(), electorate, voice -> electorate.active(voice.role()));
        return seats.size() <= Policy.AGREEING_MAX && Seating.isPossible(seats);
    }

    /** Whether those who raised it, and the active parties that do not oppose it, could agree as the policy demands. */
    static boolean canBeCarried(Motion motion, Policy policy, Electorate electorate) {
        List<List<PartyId>> seats = seats(
                policy.voices(),
                electorate,
                voice -> electorate.active(voice.role()).stream()
                        .filter(party -> !motion.opposed().contains(party))
                        .toList());
        seats.set(0, motion.opposed().contains(motion.mover()) ? List.of() : List.of(motion.mover()));
        return Seating.isPossible(seats);
    }

    /** One seat for each party that must speak, and who may take it; the sender's first. */
    private static List<List<PartyId>> seats(
            List<Voice> voices, Electorate electorate, Function<Voice, List<PartyId>> speakersOf) {
        List<List<PartyId>> seats = new ArrayList<>();
        for (Voice voice : voices) {
            seats.addAll(Collections.nCopies(electorate.needed(voice), speakersOf.apply(voice)));
        }
        return seats;
    }
}
