package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.ledger.authority.RoleScope;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.OperationForms;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.state.RoleGrant;
import org.khazana.ledger.state.RoleTables;

/**
 * Every operation with exactly those who must sign it, whose roles are limited in ways that count or do not count: a role for
 * another asset, and one that is over, are none at all.
 */
class RoleMutationTest {

    static Stream<AuthorisationMutationTest.Right> rightOnes() {
        return AuthorisationMutationTest.rightOnes();
    }

    @ParameterizedTest
    @MethodSource("rightOnes")
    void rolesForAnotherAssetAndRolesThatAreOverAreNone(AuthorisationMutationTest.Right right) {
        TestNetwork network = right.network();
        List<Refusal> withoutRoles = refusals(right, network, grant -> Stream.empty());
        RoleScope elsewhere = RoleScope.of(new AssetCode("PK0000000098"));
        int today = today(network);

        assertThat(network.state().policy(OperationForms.of(right.operation()).name()))
                .satisfies(policy ->
                        assertThat(policy.isPresent() && withoutRoles.isEmpty()).isFalse());
        assertThat(refusals(right, network, grant -> Stream.of(limited(grant, elsewhere, Optional.empty()))))
                .isEqualTo(withoutRoles);
        assertThat(refusals(right, network, grant -> Stream.of(limited(grant, grant.scope(), Optional.of(today - 1)))))
                .isEqualTo(withoutRoles);
        assertThat(refusals(right, network, grant -> Stream.of(limited(grant, grant.scope(), Optional.of(today)))))
                .isEmpty();
    }

    /** For what is about an asset or a programme. */
    @ParameterizedTest
    @MethodSource("rightOnes")
    void rolesForJustThatAreEnough(AuthorisationMutationTest.Right right) {
        TestNetwork network = right.network();
        Subjects.of(right.operation(), network.state()).scopes().stream()
                .filter(scope -> !scope.equals(RoleScope.EVERYTHING))
                .forEach(scope -> assertThat(
                                refusals(right, network, grant -> Stream.of(limited(grant, scope, Optional.empty()))))
                        .isEmpty());
    }

    private static RoleGrant limited(RoleGrant grant, RoleScope scope, Optional<Integer> untilDay) {
        return new RoleGrant(grant.party(), grant.role(), scope, untilDay);
    }

    private static int today(TestNetwork network) {
        return (int) network.state().businessTime().day(network.nowMillis());
    }

    /** What speaks against the operation if those who sign have other grants instead of theirs. */
    private static List<Refusal> refusals(AuthorisationMutationTest.Right right, TestNetwork prepared, Limits limits) {
        TestNetwork network = right.network();
        for (long signer : right.signers()) {
            for (RoleGrant grant : prepared.state().roleGrants(TestNetwork.id(signer))) {
                network.state().apply(List.of(RoleTables.GRANTS.removal(grant.key())));
                network.state()
                        .apply(limits.of(grant).map(RoleTables.GRANTS::put).toList());
            }
        }
        return network.submit(TestNetwork.envelope(
                        network.body(right.signers().getFirst(), right.operation()),
                        right.signers().stream().mapToLong(Long::longValue).toArray()))
                .refusals();
    }

    private interface Limits {
        Stream<RoleGrant> of(RoleGrant grant);
    }
}
