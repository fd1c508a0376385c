package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.NAME_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_CLOSED;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_EXISTS;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NAMED_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NUMBER_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_STATUS_UNCHANGED;
import static org.khazana.ledger.refusal.RefusalCode.POLICY_IMPOSSIBLE;
import static org.khazana.ledger.refusal.RefusalCode.POLICY_UNKNOWN;

import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.operation.RegisterParty;
import org.khazana.ledger.operation.SetPartyStatus;
import org.khazana.ledger.operation.SetPolicy;
import org.khazana.ledger.state.LedgerView;

/** Whether parties, their keys, and the policies may change. */
public final class GovernanceRules {
    private GovernanceRules() {}

    /** Order: the policy; no such operation, or one that needs no policy; one that nobody could meet. */
    public static void judge(SetPolicy set, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(set, circumstances, findings);
        findings.demand(circumstances.view().policy(set.operation()).isPresent(), POLICY_UNKNOWN);
        Policy policy = new Policy(set.operation(), set.voices());
        boolean isSized = !set.voices().isEmpty() && set.voices().size() <= Policy.VOICES_MAX;
        findings.demand(
                isSized && PolicyRules.isPossible(policy, circumstances.view(), circumstances.day()),
                POLICY_IMPOSSIBLE);
    }

    /** Order: the policy; the number not positive, or taken; the name; the key unsound, or taken; the profile. */
    public static void judge(RegisterParty register, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(register, circumstances, findings);
        findings.demand(register.party().number() > 0, PARTY_NUMBER_INVALID);
        findings.demand(circumstances.view().party(register.party()).isEmpty(), PARTY_EXISTS);
        findings.demand(!register.name().isBlank(), NAME_INVALID);
        KeyRules.newKey(register.key(), circumstances.view(), findings);
        ProfileRules.judge(ProfileRules.of(register), circumstances.view(), findings);
    }

    /** Order: the policy; the party unknown, closed for good, or of this status already. */
    public static void judge(SetPartyStatus set, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(set, circumstances, findings);
        findings.demand(circumstances.view().party(set.party()), PARTY_NAMED_UNKNOWN)
                .ifPresent(party -> {
                    findings.demand(party.status() != PartyStatus.CLOSED, PARTY_CLOSED);
                    findings.demand(party.status() != set.status(), PARTY_STATUS_UNCHANGED);
                });
    }

    /** A change of parties or roles on a day may make no policy impossible to meet that could be met before. */
    public static void policiesStayPossible(LedgerView before, LedgerView after, long day, Findings findings) {
        boolean staysPossible = after.policies().stream()
                .allMatch(policy ->
                        PolicyRules.isPossible(policy, after, day) || !PolicyRules.isPossible(policy, before, day));
        findings.demand(staysPossible, POLICY_IMPOSSIBLE);
    }
}
