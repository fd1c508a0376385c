package org.khazana.consensus.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.consensus.raft.TestCluster.id;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.TimeoutNow;

class HandoverTest {
    private final TestCluster cluster = new TestCluster(3);

    private void handOver(TestMember leader, int to) {
        leader.step(cluster.nowMillis, new Input.HandOver(Optional.of(id(to))));
        cluster.settle();
    }

    @Test
    void theChosenMemberLeadsAtOnceAlthoughTheOthersHearALeader() {
        TestMember leader = cluster.elect(1);
        cluster.run(100);

        handOver(leader, 3);

        assertThat(cluster.member(3).leads()).isTrue();
        assertThat(leader.leads()).isFalse();
    }

    @Test
    void withoutAChoiceTheMostUpToDateTakesOver() {
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        cluster.cutOneWay(1, 2);
        cluster.propose(leader, "a");

        leader.step(cluster.nowMillis, new Input.HandOver(Optional.empty()));
        cluster.settle();

        assertThat(cluster.member(3).leads()).isTrue();
    }

    @Test
    void nothingIsTakenInUntilTheOtherHasEverything() {
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        cluster.isLost = sent -> sent.to().equals(id(3)) && sent.outgoing().message() instanceof AppendRequest;
        cluster.propose(leader, "a");

        handOver(leader, 3);
        assertThat(cluster.propose(leader, "b")).isInstanceOf(ProposalOutcome.Overloaded.class);
        assertThat(cluster.member(3).leads()).isFalse();

        cluster.heal();
        cluster.run(100);
        assertThat(cluster.member(3).leads()).isTrue();
        assertThat(cluster.member(3).appliedTexts()).containsExactly("a");
    }

    @Test
    void aLeaderWhoseSuccessorIsSilentGoesOn() {
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        cluster.isolate(3);

        handOver(leader, 3);
        cluster.run(600);

        assertThat(leader.leads()).isTrue();
        assertThat(leader.events)
                .contains(new RaftEvent.HandoverGivenUp(leader.status().term(), id(3)));
        assertThat(cluster.propose(leader, "a")).isInstanceOf(ProposalOutcome.Appended.class);
    }

    @Test
    void whoIsNoOtherVoterIsNotHandedTo() {
        TestMember leader = cluster.elect(1);
        cluster.run(100);

        handOver(leader, 1);
        handOver(leader, 9);

        assertThat(leader.leads()).isTrue();
        assertThat(leader.events.stream().filter(RaftEvent.HandingOver.class::isInstance))
                .isEmpty();
    }

    @Test
    void onlyTheOwnLeaderCanMakeAMemberStand() {
        TestMember leader = cluster.elect(1);
        cluster.run(100);

        cluster.member(3)
                .step(
                        cluster.nowMillis,
                        new Input.Received(id(2), new TimeoutNow(leader.status().term())));

        assertThat(cluster.member(3).status().role()).isEqualTo(ReplicaStatus.RoleName.FOLLOWER);
    }

    @Test
    void aBackupStandsLaterThanAPreferredMember() {
        ElectionTimer preferred = new ElectionTimer(id(1), 1, 500, ElectionPriority.PREFERRED);
        ElectionTimer ordinary = new ElectionTimer(id(1), 1, 500, ElectionPriority.ORDINARY);
        ElectionTimer backup = new ElectionTimer(id(1), 1, 500, ElectionPriority.BACKUP);

        for (int draw = 0; draw < 100; draw++) {
            assertThat(List.of(preferred.nextMillis(0), ordinary.nextMillis(0), backup.nextMillis(0)))
                    .satisfies(times -> {
                        assertThat(times.get(0)).isBetween(500L, 999L);
                        assertThat(times.get(1)).isEqualTo(times.get(0) + 500);
                        assertThat(times.get(2)).isEqualTo(times.get(0) + 1_500);
                    });
        }
    }
}
