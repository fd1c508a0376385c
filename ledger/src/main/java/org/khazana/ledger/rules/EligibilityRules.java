package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ATTESTOR_NOT_LICENSED;
import static org.khazana.ledger.refusal.RefusalCode.COUNTRY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.ELIGIBILITY_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.ELIGIBILITY_PERIOD_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.LICENCE_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.NOT_THE_ATTESTOR;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_CLOSED;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NAMED_UNKNOWN;

import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.AttestEligibility;
import org.khazana.ledger.operation.RevokeEligibility;
import org.khazana.ledger.operation.SetLicence;
import org.khazana.ledger.state.Eligibility;

/** Who may say who an investor is, and what. */
public final class EligibilityRules {
    private EligibilityRules() {}

    /** Order: the policy; the party unknown, or closed; too many classes or countries; no such country. */
    public static void judge(SetLicence set, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(set, circumstances, findings);
        party(set.party(), circumstances, findings);
        findings.demand(
                set.classes().size() <= SetLicence.CLASSES_MAX
                        && set.countries().size() <= SetLicence.COUNTRIES_MAX,
                LICENCE_INVALID);
        findings.demand(set.countries().stream().allMatch(country -> Countries.isOne(country.code())), COUNTRY_UNKNOWN);
    }

    /**
     * Order: the policy; the party unknown, or closed; no such country; over before it begins; the licence of the sender does
     * not cover it.
     */
    public static void judge(AttestEligibility attest, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(attest, circumstances, findings);
        party(attest.party(), circumstances, findings);
        findings.demand(Countries.isOne(attest.country()), COUNTRY_UNKNOWN);
        findings.demand(attest.untilDate() >= circumstances.day(), ELIGIBILITY_PERIOD_INVALID);
        boolean isCovered = circumstances
                .view()
                .licence(circumstances.signers().sender())
                .filter(licence -> licence.covers(attest.investorClass(), attest.country(), circumstances.day()))
                .isPresent();
        findings.demand(isCovered, ATTESTOR_NOT_LICENSED);
    }

    private static void party(PartyId id, Circumstances circumstances, Findings findings) {
        findings.demand(circumstances.view().party(id), PARTY_NAMED_UNKNOWN)
                .ifPresent(party -> findings.demand(party.status() != PartyStatus.CLOSED, PARTY_CLOSED));
    }

    /**
     * The sender takes back its own word, or is a regulator; no policy is asked. Order: no attestation, or one that was revoked;
     * not the sender's.
     */
    public static void judge(RevokeEligibility revoke, Circumstances circumstances, Findings findings) {
        PartyId sender = circumstances.signers().sender();
        findings.demand(
                        circumstances
                                .view()
                                .eligibility(revoke.party())
                                .filter(eligibility -> !eligibility.isRevoked()),
                        ELIGIBILITY_MISSING)
                .map(Eligibility::attestor)
                .ifPresent(attestor -> findings.demand(
                        attestor.equals(sender) || circumstances.hasRole(sender, Role.REGULATOR), NOT_THE_ATTESTOR));
    }
}
