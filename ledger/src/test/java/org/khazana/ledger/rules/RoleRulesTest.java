package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.RoleScope;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.RoleGrant;
import org.khazana.ledger.state.RoleTables;

class RoleRulesTest {
    private static final PartyId CHEN = TestNetwork.id(TestNetwork.CHEN);

    /** Chen has one from the beginning. */
    @Test
    void aPartyHasNoMoreGrantsThanAreListed() {
        TestNetwork network = new TestNetwork();
        network.state()
                .apply(IntStream.rangeClosed(2, RoleGrant.PER_PARTY_MAX)
                        .mapToObj(number -> RoleTables.GRANTS.put(grant("P" + number)))
                        .toList());

        assertThat(codes(grant(network, new GrantRole(CHEN, Role.CUSTODIAN))))
                .containsExactly(RefusalCode.ROLES_TOO_MANY);
        // To change one that it has does not make them more.
        assertThat(codes(grant(network, new GrantRole(CHEN, Role.INVESTOR, none(), Optional.empty(), tomorrow()))))
                .isEmpty();
    }

    private static RoleGrant grant(String programme) {
        return new RoleGrant(CHEN, Role.REGISTRAR, RoleScope.ofProgramme(programme), Optional.empty());
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static Optional<Integer> tomorrow() {
        return Optional.of(TestNetwork.START_DAY + 1);
    }

    private static Receipt grant(TestNetwork network, GrantRole grant) {
        return network.submit(grant, TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
    }

    private static List<RefusalCode> codes(Receipt receipt) {
        return receipt.refusals().stream().map(Refusal::code).toList();
    }
}
