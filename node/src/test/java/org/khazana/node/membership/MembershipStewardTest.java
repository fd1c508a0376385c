package org.khazana.node.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.node.membership.Appointed.configuration;
import static org.khazana.node.membership.Appointed.observed;
import static org.khazana.node.membership.Appointed.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.consensus.raft.ReplicaStatus.RoleName;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.Tables;

class MembershipStewardTest {
    private static final Configuration FOUNDING = configuration("A1 b1 c1");

    private final InMemoryLedgerState ledger = new InMemoryLedgerState();
    private final List<Configuration> asked = new ArrayList<>();

    MembershipStewardTest() {
        ledger.apply(Tables.appoint(set(0, "A1 b1 c1")));
    }

    private void look(RoleName role, PlacedConfiguration inForce, long executedHeight) {
        MembershipSteward steward = new MembershipSteward(
                () -> status(role, inForce),
                (from, target, answer) -> {
                    assertThat(from).isEqualTo(inForce.configuration());
                    asked.add(target);
                    answer.accept(new ProposalOutcome.Refused("of a test"));
                },
                () -> executedHeight,
                () -> Roster.of(ledger, FOUNDING));
        steward.look();
    }

    private static ReplicaStatus status(RoleName role, PlacedConfiguration inForce) {
        return new ReplicaStatus(
                new MemberId("a", 1),
                role,
                new Term(1),
                Optional.of(new MemberId("a", 1)),
                inForce,
                false,
                0,
                new EntryId(new Term(1), 20),
                20,
                20,
                List.of());
    }

    @Test
    void aLeaderAsksForTheNextStepAndNobodyElseDoes() {
        ledger.apply(Tables.appoint(set(1, "A1 b1 c1 d1")));
        PlacedConfiguration inForce = new PlacedConfiguration(0, FOUNDING);

        look(RoleName.FOLLOWER, inForce, 20);
        assertThat(asked).isEmpty();
        look(RoleName.LEADER, inForce, 20);
        assertThat(asked).containsExactly(observed("A1 b1 c1", "d1"));
    }

    @Test
    void nothingIsAskedForWhenAllIsAsDecided() {
        look(RoleName.LEADER, new PlacedConfiguration(0, FOUNDING), 20);

        assertThat(asked).isEmpty();
    }

    /** Its state knows only the founders, while its log is on the way to a newer decision already. */
    @Test
    void aLeaderWhoseStateIsOlderThanTheConfigurationDoesNotPointBack() {
        look(RoleName.LEADER, new PlacedConfiguration(15, observed("A1 b1 c1", "d1")), 14);
        assertThat(asked).isEmpty();

        look(RoleName.LEADER, new PlacedConfiguration(15, observed("A1 b1 c1", "d1")), 15);
        assertThat(asked).containsExactly(FOUNDING);
    }
}
