package org.khazana.consensus.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.consensus.raft.TestCluster.id;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.message.SnapshotOffer;

class SnapshotTest {
    private final TestCluster cluster = new TestCluster(3);

    /** m1 leads, m3 was cut off, and the log no longer goes back to where m3 stands. */
    private TestMember leaderBeyondMember3() {
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        cluster.isolate(3);
        cluster.run(600);
        for (int i = 0; i < 100; i++) {
            cluster.propose(leader, "e" + i);
        }
        leader.takeSnapshot(cluster.nowMillis);
        return leader;
    }

    /** m1 led once and holds entries that nobody agreed on; now m2 does, whose log no longer goes back to where m1 stands. */
    private TestMember leaderAfterMember1() {
        TestMember old = cluster.elect(1);
        cluster.run(100);
        cluster.isolate(1);
        for (int i = 0; i < 20; i++) {
            cluster.propose(old, "never");
        }
        TestMember leader = cluster.elect(2);
        for (int i = 0; i < 100; i++) {
            cluster.propose(leader, "e" + i);
        }
        cluster.run(600);
        leader.takeSnapshot(cluster.nowMillis);
        cluster.heal();
        cluster.run(200);
        return leader;
    }

    @Test
    void theLogIsForgottenUpToAMarginBeforeTheSnapshot() {
        TestMember leader = leaderBeyondMember3();

        assertThat(leader.status().last().index()).isEqualTo(101);
        assertThat(leader.status().baseIndex()).isEqualTo(96);
        assertThat(leader.log.base().index()).isEqualTo(96);
        assertThat(cluster.propose(leader, "more")).isInstanceOf(ProposalOutcome.Appended.class);
    }

    @Test
    void whatALivingFollowerLacksIsKeptForAWhile() {
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        cluster.member(3).isDiskHeld = true; // it acknowledges nothing more, but was heard a moment ago
        for (int i = 0; i < 20; i++) {
            cluster.propose(leader, "e" + i);
        }

        leader.takeSnapshot(cluster.nowMillis);

        assertThat(leader.status().baseIndex()).isEqualTo(1);
    }

    @Test
    void aMemberFarBehindIsOfferedTheSnapshotAndGoesOnFromThere() {
        TestMember leader = leaderBeyondMember3();
        TestMember late = cluster.member(3);
        cluster.heal();
        cluster.run(100);
        assertThat(late.snapshotWanted).isPresent();

        late.installWanted(cluster.nowMillis, leader);
        cluster.propose(leader, "after");
        cluster.run(100);

        assertThat(late.status().last()).isEqualTo(leader.status().last());
        assertThat(late.appliedTexts()).isEqualTo(leader.appliedTexts());
        assertThat(late.log.base().index()).isEqualTo(101);
    }

    @Test
    void anInstalledSnapshotSurvivesARestart() {
        TestMember leader = leaderBeyondMember3();
        TestMember late = cluster.member(3);
        cluster.heal();
        cluster.run(100);
        late.installWanted(cluster.nowMillis, leader);

        late.crashAndRestart();
        cluster.run(200);

        assertThat(late.status().last()).isEqualTo(leader.status().last());
    }

    @Test
    void aSnapshotFromBeforeTheLogBeginsAnewIsNotOffered() {
        TestMember late = cluster.member(3);
        cluster.elect(1);
        cluster.run(100);
        late.takeSnapshot(cluster.nowMillis);
        TestMember leader = leaderBeyondMember3();
        cluster.heal();
        cluster.run(100);
        late.installWanted(cluster.nowMillis, leader);
        cluster.run(100);
        cluster.isolate(1);
        cluster.run(1_000);

        leader = cluster.elect(3);

        assertThat(cluster.propose(leader, "after")).isInstanceOf(ProposalOutcome.Appended.class);
    }

    @Test
    void oldAppendsAfterASnapshotAreAcknowledgedOnlyAsFarAsTheyGo() {
        TestMember leader = leaderBeyondMember3();
        List<TestCluster.Sent> old = cluster.delivered.stream()
                .filter(sent -> sent.to().equals(id(2)))
                .toList();
        TestMember late = cluster.member(3);
        cluster.heal();
        cluster.run(100);
        late.installWanted(cluster.nowMillis, leader);
        cluster.run(100);

        old.forEach(sent -> late.step(
                cluster.nowMillis, new Input.Received(id(1), sent.outgoing().message())));
        cluster.run(100);

        assertThat(late.events.stream().filter(RaftEvent.Protested.class::isInstance))
                .isEmpty();
        assertThat(late.status().last()).isEqualTo(leader.status().last());
    }

    @Test
    void aMemberWithEntriesNobodyAgreedOnDropsThemForTheSnapshot() {
        TestMember leader = leaderAfterMember1();
        TestMember old = cluster.member(1);
        assertThat(old.snapshotWanted).isPresent();

        old.installWanted(cluster.nowMillis, leader);
        cluster.run(200);

        assertThat(old.status().last()).isEqualTo(leader.status().last());
        assertThat(old.appliedTexts()).isEqualTo(leader.appliedTexts());
    }

    @Test
    void aMemberWhoseStateIsNewerThanTheSnapshotNeedsOnlyTheLog() {
        TestMember leader = cluster.elect(1);
        for (int i = 0; i < 100; i++) {
            cluster.propose(leader, "e" + i);
        }
        cluster.run(100);
        TestMember damaged = cluster.member(3);
        damaged.log.damageFrom(10);
        damaged.vote = damaged.vote.recovering();
        cluster.isolate(3);
        cluster.run(600);
        leader.takeSnapshot(cluster.nowMillis);
        damaged.crashAndRestart();

        cluster.heal();
        cluster.run(300);

        assertThat(damaged.snapshotWanted).isEmpty();
        assertThat(damaged.status().last()).isEqualTo(leader.status().last());
        assertThat(damaged.status().isRecovering()).isFalse();
        cluster.propose(leader, "more");
        cluster.run(100);
        assertThat(damaged.appliedTexts()).endsWith("more");
    }

    @Test
    void anObserverJoinsThroughASnapshotAndLearnsWhoTakesPart() {
        TestMember leader = leaderBeyondMember3();
        TestMember joining = cluster.join(4, TestCluster.majorityOf(3));
        cluster.change(leader, leader.status().membership().configuration().withObservers(Set.of(id(4))));
        cluster.run(100);
        assertThat(cluster.delivered.stream()
                        .filter(sent -> sent.to().equals(id(4)))
                        .map(sent -> sent.outgoing().message()))
                .anyMatch(SnapshotOffer.class::isInstance);

        joining.installWanted(cluster.nowMillis, leader);
        cluster.run(100);

        assertThat(joining.status().last()).isEqualTo(leader.status().last());
        assertThat(joining.status().membership()).isEqualTo(leader.status().membership());
    }

    @Test
    void aSnapshotThatWasFetchedIsOfferedToOthersInTurn() {
        TestMember leader = leaderBeyondMember3();
        cluster.heal();
        cluster.run(100);
        cluster.member(3).installWanted(cluster.nowMillis, leader);
        cluster.run(100);
        leader.step(cluster.nowMillis, new Input.HandOver(Optional.of(id(3))));
        cluster.run(100);
        leader = cluster.member(3);
        TestMember joining = cluster.join(4, TestCluster.majorityOf(3));

        cluster.change(leader, leader.status().membership().configuration().withObservers(Set.of(id(4))));
        cluster.run(100);

        assertThat(joining.snapshotWanted).isPresent();
    }

    /** The node takes hold of a fetched state as soon as it is switched to, and the two are told by different threads. */
    @Test
    void aSnapshotOfAStateThatTheCoreDoesNotKnowOfYetLeavesTheLogAlone() {
        TestMember leader = leaderAfterMember1();
        TestMember old = cluster.member(1);
        EntryMetadata fetched = old.snapshotWanted.orElseThrow().last();

        old.step(cluster.nowMillis, new Input.SnapshotTaken(fetched));

        assertThat(old.status().baseIndex()).isZero();
        old.installWanted(cluster.nowMillis, leader);
        cluster.run(200);
        assertThat(old.status().last()).isEqualTo(leader.status().last());
    }
}
