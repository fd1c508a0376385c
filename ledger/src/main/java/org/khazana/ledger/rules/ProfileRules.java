package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.COUNTRY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.IDENTITY_IN_USE;
import static org.khazana.ledger.refusal.RefusalCode.IDENTITY_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.LEI_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.LEI_IN_USE;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_CLOSED;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NAMED_UNKNOWN;

import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.operation.RegisterParty;
import org.khazana.ledger.operation.UpdateParty;
import org.khazana.ledger.party.PartyKind;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.PartyProfile;

/** What may be registered of a party beside its name. */
public final class ProfileRules {
    private ProfileRules() {}

    /** What a new party says of itself. */
    public static PartyProfile of(RegisterParty register) {
        return new PartyProfile(
                register.party(),
                register.kind().orElse(PartyKind.ORGANISATION),
                register.lei(),
                register.identityCommitment(),
                register.country(),
                register.taxClass());
    }

    public static PartyProfile of(UpdateParty update) {
        return new PartyProfile(
                update.party(),
                update.kind(),
                update.lei(),
                update.identityCommitment(),
                update.country(),
                update.taxClass());
    }

    /** Order: the policy; the party unknown, or closed; the profile. */
    public static void judge(UpdateParty update, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(update, circumstances, findings);
        findings.demand(circumstances.view().party(update.party()), PARTY_NAMED_UNKNOWN)
                .ifPresent(party -> findings.demand(party.status() != PartyStatus.CLOSED, PARTY_CLOSED));
        judge(of(update), circumstances.view(), findings);
    }

    /**
     * Order: the LEI wrong, or another party's; a person without a commitment to its identity; the commitment another
     * party's; no such country.
     */
    static void judge(PartyProfile profile, LedgerView view, Findings findings) {
        profile.lei().ifPresent(lei -> {
            findings.demand(Lei.isValid(lei), LEI_INVALID);
            findings.demand(
                    view.partyWithLei(lei)
                            .filter(other -> !other.equals(profile.party()))
                            .isEmpty(),
                    LEI_IN_USE);
        });
        boolean isPerson = profile.kind() == PartyKind.PERSON_PSEUDONYM;
        findings.demand(!isPerson || profile.identityCommitment().isPresent(), IDENTITY_MISSING);
        profile.identityCommitment()
                .ifPresent(identity -> findings.demand(
                        view.partyWithIdentity(identity)
                                .filter(other -> !other.equals(profile.party()))
                                .isEmpty(),
                        IDENTITY_IN_USE));
        profile.country().ifPresent(country -> findings.demand(Countries.isOne(country), COUNTRY_UNKNOWN));
    }
}
