package org.khazana.ledger.rules;

import static org.khazana.ledger.receipt.RefusalCode.GOVERNORS_MISSING;
import static org.khazana.ledger.receipt.RefusalCode.PARTY_NOT_ACTIVE;
import static org.khazana.ledger.receipt.RefusalCode.ROLE_MISSING;
import static org.khazana.ledger.receipt.RefusalCode.SAME_ORGANISATION;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.receipt.RefusalCode;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.Role;
import org.khazana.ledger.transaction.PartyId;

/** Who may ask for what, by the roles that parties have. */
public final class AuthorityRules {
    private AuthorityRules() {}

    /** Every party that signed must be active; the signature of a suspended one supports nothing. */
    public static Optional<RefusalCode> signersActive(Circumstances circumstances) {
        boolean allActive = circumstances.signers().parties().stream().allMatch(circumstances::isActive);
        return allActive ? Optional.empty() : Optional.of(PARTY_NOT_ACTIVE);
    }

    /**
     * More than half of the active governors sign, the sender being one of them; of two governors that is both, so nobody
     * decides alone unless there is only one. Proposals, to which governors agree one after another, are to replace this.
     */
    static Optional<RefusalCode> governors(Circumstances circumstances) {
        Signers signers = circumstances.signers();
        if (!circumstances.hasRole(signers.sender(), Role.GOVERNOR)) {
            return Optional.of(ROLE_MISSING);
        }
        List<PartyId> governors = circumstances.view().partiesWithRole(Role.GOVERNOR).stream()
                .filter(Party::isActive)
                .map(Party::id)
                .toList();
        long signed = governors.stream().filter(signers::include).count();
        return 2 * signed > governors.size() ? Optional.empty() : Optional.of(GOVERNORS_MISSING);
    }

    /** Two organisations must agree: the issuer asks, and a registrar of another party signs too. */
    static Optional<RefusalCode> issuerWithRegistrar(Circumstances circumstances) {
        Signers signers = circumstances.signers();
        PartyId sender = signers.sender();
        if (!circumstances.hasRole(sender, Role.ISSUER)) {
            return Optional.of(ROLE_MISSING);
        }
        boolean anotherIsRegistrar = signers.parties().stream()
                .anyMatch(party -> !party.equals(sender) && circumstances.hasRole(party, Role.REGISTRAR));
        if (anotherIsRegistrar) {
            return Optional.empty();
        }
        return Optional.of(circumstances.hasRole(sender, Role.REGISTRAR) ? SAME_ORGANISATION : ROLE_MISSING);
    }
}
