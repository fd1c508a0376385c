package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.GOVERNORS_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NOT_ACTIVE;
import static org.khazana.ledger.refusal.RefusalCode.ROLE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.SAME_ORGANISATION;

import java.util.List;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.Role;

/** Who may ask for what, by the roles that parties have. */
public final class AuthorityRules {
    private AuthorityRules() {}

    /** Every party that signed must be active; the signature of a suspended one supports nothing. */
    public static void signersActive(Circumstances circumstances, Findings findings) {
        findings.demand(circumstances.signers().parties().stream().allMatch(circumstances::isActive), PARTY_NOT_ACTIVE);
    }

    /**
     * More than half of the active governors sign, the sender being one of them; of two governors that is both, so nobody
     * decides alone unless there is only one. Proposals, to which governors agree one after another, are to replace this.
     */
    static void governors(Circumstances circumstances, Findings findings) {
        Signers signers = circumstances.signers();
        List<PartyId> governors = circumstances.view().partiesWithRole(Role.GOVERNOR).stream()
                .filter(Party::isActive)
                .map(Party::id)
                .toList();
        long signed = governors.stream().filter(signers::include).count();
        if (findings.demand(circumstances.hasRole(signers.sender(), Role.GOVERNOR), ROLE_MISSING)) {
            findings.demand(2 * signed > governors.size(), GOVERNORS_MISSING);
        }
    }

    /** Two organisations must agree: the issuer asks, and a registrar of another party signs too. */
    static void issuerWithRegistrar(Circumstances circumstances, Findings findings) {
        Signers signers = circumstances.signers();
        PartyId sender = signers.sender();
        boolean isIssuer = findings.demand(circumstances.hasRole(sender, Role.ISSUER), ROLE_MISSING);
        boolean anotherIsRegistrar = signers.parties().stream()
                .anyMatch(party -> !party.equals(sender) && circumstances.hasRole(party, Role.REGISTRAR));
        if (!anotherIsRegistrar) {
            boolean isBoth = isIssuer && circumstances.hasRole(sender, Role.REGISTRAR);
            findings.refuse(isBoth ? SAME_ORGANISATION : ROLE_MISSING);
        }
    }
}
