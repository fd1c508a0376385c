package org.khazana.ledger.execution;

import static org.khazana.ledger.execution.TestNetwork.AMNA;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.START_DAY;
import static org.khazana.ledger.execution.TestNetwork.id;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.RoleScope;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RevokeRole;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.RoleGrant;
import org.khazana.ledger.state.RoleTables;

/** What stops business when somebody gets or loses a role that nobody asked for: each bug is made by hand, past the rules. */
class GrantProofTest {
    private static final Operation GRANT =
            new GrantRole(id(AMNA), Role.AUDITOR, Optional.of("P"), Optional.empty(), Optional.of(START_DAY));
    private static final Operation REVOKE = new RevokeRole(id(DEALER), Role.CUSTODIAN);
    private static final RoleGrant GIVEN =
            new RoleGrant(id(AMNA), Role.AUDITOR, RoleScope.ofProgramme("P"), Optional.of(START_DAY));

    private final TestNetwork network = new TestNetwork();
    private LedgerOverlay ledger = new LedgerOverlay(network.state());

    private void given(RoleGrant... grants) {
        ledger = new LedgerOverlay(network.state());
        for (RoleGrant grant : grants) {
            ledger.apply(RoleTables.GRANTS.put(grant));
        }
    }

    private void taken(long... parties) {
        ledger = new LedgerOverlay(network.state());
        for (long party : parties) {
            ledger.apply(RoleTables.GRANTS.removal(
                    RoleGrant.unlimited(id(party), Role.CUSTODIAN).key()));
        }
    }

    private PlantedDeed deed(Operation operation) {
        return PlantedDeed.of(network, ledger, operation, MINISTRY);
    }

    private void assertBroken(Operation operation) {
        deed(operation).isStoppedBy("I25: " + operation.getClass().getSimpleName());
    }

    @Test
    void whatIsGivenIsWhatWasAskedFor() {
        given(GIVEN);
        deed(GRANT).isSound();

        given(new RoleGrant(id(DEALER), Role.AUDITOR, GIVEN.scope(), GIVEN.untilDay()));
        assertBroken(GRANT);
        given(new RoleGrant(id(AMNA), Role.REGISTRAR, GIVEN.scope(), GIVEN.untilDay()));
        assertBroken(GRANT);
        given(new RoleGrant(id(AMNA), Role.AUDITOR, RoleScope.EVERYTHING, GIVEN.untilDay()));
        assertBroken(GRANT);
        given(new RoleGrant(id(AMNA), Role.AUDITOR, RoleScope.of(BILL), GIVEN.untilDay()));
        assertBroken(GRANT);
        given(new RoleGrant(id(AMNA), Role.AUDITOR, GIVEN.scope(), Optional.empty()));
        assertBroken(GRANT);
    }

    @Test
    void onlyWhatWasAskedForIsGiven() {
        given();
        assertBroken(GRANT);
        given(GIVEN, RoleGrant.unlimited(id(AMNA), Role.REGISTRAR));
        assertBroken(GRANT);
        given(GIVEN);
        assertBroken(REVOKE);
        assertBroken(TestNetwork.transfer(3001, 5001, 1));
    }

    @Test
    void aGovernorIsOneForEverythingAndWithoutAnEnd() {
        given(new RoleGrant(id(AMNA), Role.GOVERNOR, RoleScope.EVERYTHING, Optional.of(START_DAY)));
        assertBroken(
                new GrantRole(id(AMNA), Role.GOVERNOR, Optional.empty(), Optional.empty(), Optional.of(START_DAY)));
        given(RoleGrant.unlimited(id(AMNA), Role.GOVERNOR));
        deed(new GrantRole(id(AMNA), Role.GOVERNOR)).isSound();
    }

    @Test
    void onlyWhatWasAskedForIsTaken() {
        taken(DEALER);
        deed(REVOKE).isSound();
        assertBroken(GRANT);
        assertBroken(new RevokeRole(id(DEALER), Role.PRIMARY_DEALER));
        assertBroken(new RevokeRole(id(DEALER), Role.CUSTODIAN, Optional.of("P"), Optional.empty()));
        taken(CUSTODIAN);
        assertBroken(REVOKE);
        taken(DEALER, CUSTODIAN);
        assertBroken(REVOKE);
        given(RoleGrant.unlimited(id(DEALER), Role.CUSTODIAN));
        assertBroken(REVOKE);
    }
}
