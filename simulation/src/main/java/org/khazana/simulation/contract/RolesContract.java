package org.khazana.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.RoleScope;
import org.khazana.ledger.authority.Subject;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.RoleGrant;
import org.khazana.ledger.state.RoleTables;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;

/** What every state of the ledger says about who has which role. */
abstract class RolesContract extends SerialsContract {
    private static final AssetCode BOND = new AssetCode("PK0000000015");
    private static final Subject ABOUT_BOND = new Subject.OfAsset(BOND, Optional.of("PIB"));
    private static final Subject ABOUT_OTHER = new Subject.OfAsset(new AssetCode("PK0000000023"), Optional.of("PIB"));
    private static final int TODAY = 20_000;

    @Test
    protected void grantsAreReadBackEqualAndThoseOfAPartyStandTogether() {
        List<Change> changes = new ArrayList<>();
        List<RoleGrant> grants = new ArrayList<>();
        for (Role role : Role.values()) {
            grants.add(RoleGrant.unlimited(new PartyId(2), role));
            grants.add(new RoleGrant(new PartyId(2), role, RoleScope.ofProgramme("T-BILLS 2027/28"), until(TODAY)));
            grants.add(new RoleGrant(new PartyId(2), role, RoleScope.of(BOND), until(-1)));
        }
        grants.forEach(grant -> changes.add(RoleTables.GRANTS.put(grant)));
        changes.add(RoleTables.GRANTS.put(RoleGrant.unlimited(new PartyId(1), Role.ISSUER)));
        changes.add(RoleTables.GRANTS.put(RoleGrant.unlimited(new PartyId(3), Role.ISSUER)));

        LedgerView view = after(changes);

        assertThat(view.roleGrants(new PartyId(2))).containsExactlyElementsOf(grants);
        assertThat(grants)
                .allSatisfy(grant -> assertThat(view.roleGrant(grant.key())).contains(grant));
    }

    @Test
    protected void aRoleCountsForWhatItWasGrantedForUntilItsLastDay() {
        LedgerView view = after(grants(
                RoleGrant.unlimited(new PartyId(1), Role.REGISTRAR),
                new RoleGrant(new PartyId(2), Role.REGISTRAR, RoleScope.ofProgramme("PIB"), Optional.empty()),
                new RoleGrant(new PartyId(3), Role.REGISTRAR, RoleScope.of(BOND), until(TODAY)),
                // An asset and a programme of the same code are not the same.
                new RoleGrant(new PartyId(4), Role.REGISTRAR, RoleScope.ofProgramme(BOND.text()), Optional.empty())));

        assertThat(registrars(view, ABOUT_BOND, TODAY)).containsExactly(1L, 2L, 3L);
        assertThat(registrars(view, ABOUT_BOND, TODAY + 1)).containsExactly(1L, 2L);
        assertThat(registrars(view, ABOUT_OTHER, TODAY)).containsExactly(1L, 2L);
        assertThat(registrars(view, new Subject.OfProgramme("PIB"), TODAY)).containsExactly(1L, 2L);
        assertThat(registrars(view, new Subject.OfProgramme("GIS"), TODAY)).containsExactly(1L);
        assertThat(registrars(view, Subject.NOTHING_IN_PARTICULAR, TODAY)).containsExactly(1L);
    }

    /** Both ways of asking say the same. */
    private static List<Long> registrars(LedgerView view, Subject subject, long day) {
        List<PartyId> found = view.activeWithRole(Role.REGISTRAR, subject, day, 10);
        for (long party = 0; party < 6; party++) {
            PartyId id = new PartyId(party);
            assertThat(view.hasRole(id, Role.REGISTRAR, subject, day)).isEqualTo(found.contains(id));
            assertThat(view.hasRole(id, Role.ISSUER, subject, day)).isFalse();
        }
        return found.stream().map(PartyId::number).toList();
    }

    @Test
    protected void activePartiesAreFoundByTheirRoleInOrderOfIdAndAsTheyWereLastPut() {
        List<Change> changes = grants(
                RoleGrant.unlimited(new PartyId(300), Role.GOVERNOR),
                RoleGrant.unlimited(new PartyId(2), Role.GOVERNOR),
                new RoleGrant(new PartyId(1), Role.GOVERNOR, RoleScope.EVERYTHING, until(TODAY)),
                new RoleGrant(new PartyId(300), Role.GOVERNOR, RoleScope.of(BOND), Optional.empty()),
                RoleGrant.unlimited(new PartyId(4), Role.REGULATOR));
        changes.add(Tables.PARTIES.put(new Party(new PartyId(2), "second", PartyStatus.SUSPENDED)));
        LedgerView before = after(changes);
        changes.add(Tables.PARTIES.put(Party.active(new PartyId(2), "second again")));
        changes.add(RoleTables.GRANTS.removal(
                RoleGrant.unlimited(new PartyId(300), Role.GOVERNOR).key()));
        changes.add(RoleTables.GRANTS.put(
                new RoleGrant(new PartyId(1), Role.GOVERNOR, RoleScope.EVERYTHING, until(TODAY - 1))));
        LedgerView later = after(changes);

        assertThat(governors(before, ABOUT_BOND, 10)).containsExactly(1L, 300L);
        assertThat(governors(before, ABOUT_BOND, 1)).hasSize(1);
        assertThat(governors(later, ABOUT_BOND, 10)).containsExactly(2L, 300L);
        assertThat(governors(later, ABOUT_OTHER, 10)).containsExactly(2L);
        assertThat(later.activeWithRole(Role.CUSTODIAN, ABOUT_BOND, TODAY, 10)).isEmpty();
    }

    private static List<Long> governors(LedgerView view, Subject subject, int limit) {
        return view.activeWithRole(Role.GOVERNOR, subject, TODAY, limit).stream()
                .map(PartyId::number)
                .toList();
    }

    /** With all parties that they name. */
    private static List<Change> grants(RoleGrant... grants) {
        List<Change> changes = new ArrayList<>();
        for (RoleGrant grant : grants) {
            changes.add(Tables.PARTIES.put(Party.active(grant.party(), "somebody")));
            changes.add(RoleTables.GRANTS.put(grant));
        }
        return changes;
    }

    private static Optional<Integer> until(int day) {
        return Optional.of(day);
    }
}
