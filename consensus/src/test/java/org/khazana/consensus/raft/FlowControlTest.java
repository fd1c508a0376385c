package org.khazana.consensus.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;

class FlowControlTest {
    private static boolean isAcceptance(TestCluster.Sent sent) {
        return sent.outgoing().message() instanceof AppendResponse.Accepted;
    }

    private static boolean hasEntries(TestCluster.Sent sent) {
        return sent.outgoing().message() instanceof AppendRequest request
                && !request.entries().isEmpty();
    }

    @Test
    void theLeaderSendsAheadWithoutWaitingForAnswersUpToTheWindow() {
        TestCluster cluster = new TestCluster(2);
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        cluster.member(2).isDiskHeld = true;
        cluster.delivered.clear();

        for (int i = 0; i < 10; i++) {
            cluster.propose(leader, "x");
        }

        assertThat(cluster.delivered).filteredOn(FlowControlTest::hasEntries).hasSize(4);
    }

    @Test
    void theWindowIsBoundedInBytesToo() {
        TestCluster cluster = new TestCluster(2);
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        cluster.member(2).isDiskHeld = true;
        cluster.delivered.clear();

        for (int i = 0; i < 4; i++) {
            cluster.propose(leader, "x".repeat(700));
        }

        assertThat(cluster.delivered).filteredOn(FlowControlTest::hasEntries).hasSize(2);
    }

    @Test
    void whatWaitedGoesTogetherInOneMessageOnceThereIsRoom() {
        TestCluster cluster = new TestCluster(2);
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        cluster.member(2).isDiskHeld = true;
        for (int i = 0; i < 20; i++) {
            cluster.propose(leader, "x");
        }
        cluster.delivered.clear();

        cluster.member(2).isDiskHeld = false;
        cluster.member(2).releaseDisk(cluster.nowMillis);
        cluster.settle();

        assertThat(cluster.delivered).filteredOn(FlowControlTest::hasEntries).hasSizeLessThanOrEqualTo(2);
        assertThat(cluster.member(2).appliedTexts()).hasSize(20);
    }

    @Test
    void lostAcknowledgementsWithAFullWindowDoNotStopReplication() {
        requireReplicationAfterLosing(FlowControlTest::isAcceptance);
    }

    @Test
    void lostAppendsWithAFullWindowDoNotStopReplication() {
        requireReplicationAfterLosing(FlowControlTest::hasEntries);
    }

    private static void requireReplicationAfterLosing(Predicate<TestCluster.Sent> isLost) {
        TestCluster cluster = new TestCluster(2);
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        cluster.isLost = isLost;
        for (int i = 0; i < 10; i++) {
            cluster.propose(leader, "x");
        }

        cluster.heal();
        cluster.run(200);

        assertThat(cluster.members)
                .allSatisfy(member -> assertThat(member.appliedTexts()).hasSize(10));
    }

    @Test
    void followersLearnOfACommitWithoutWaitingForAHeartbeat() {
        TestCluster cluster = new TestCluster(3);
        TestMember leader = cluster.elect(1);
        cluster.run(100);

        cluster.propose(leader, "a"); // no time passes

        assertThat(cluster.member(3).appliedTexts()).containsExactly("a");
    }

    @Test
    void aRefusalsHintIsNotTakenForWhatTheFollowerHolds() {
        TestCluster cluster = new TestCluster(3);
        TestMember leader = cluster.elect(1);
        cluster.isLost = FlowControlTest::isAcceptance;
        cluster.propose(leader, "a");
        Term term = leader.status().term();

        for (long round = 1; round < 20; round++) {
            AppendResponse.Rejected lie = new AppendResponse.Rejected(term, 3, new EntryId(term, 2), 0, round);
            leader.step(cluster.nowMillis, new Input.Received(TestCluster.id(2), lie));
            leader.step(cluster.nowMillis, new Input.Received(TestCluster.id(3), lie));
        }

        assertThat(leader.status().followers()).allMatch(follower -> follower.matchIndex() <= 1);
        assertThat(leader.status().commitIndex()).isLessThanOrEqualTo(1);
    }

    @Test
    void answersThatNoCorrectFollowerGivesAreProtested() {
        TestCluster cluster = new TestCluster(3);
        TestMember leader = cluster.elect(1);
        Term term = leader.status().term();

        leader.step(1 << 20, received(new AppendResponse.Accepted(term, 99, 0, 1)));
        leader.step(1 << 20, received(new AppendResponse.Accepted(term, 1, 0, 9_999)));

        assertThat(leader.events)
                .filteredOn(RaftEvent.Protested.class::isInstance)
                .hasSize(2);
    }

    private static Input received(AppendResponse response) {
        return new Input.Received(TestCluster.id(2), response);
    }

    @Test
    void aFollowerFarBehindTheMemoryOfTheLeaderIsServedFromItsDisk() {
        TestCluster cluster = new TestCluster(3);
        TestMember leader = cluster.elect(1);
        cluster.isolate(3);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            texts.add("entry " + i + "x".repeat(100));
            cluster.propose(leader, texts.get(i));
        }

        cluster.heal();
        cluster.run(1_000);

        assertThat(cluster.member(3).appliedTexts()).isEqualTo(texts);
    }

    @Test
    void withoutAQuorumTheLeaderRefusesWhatWouldPassTheBound() {
        TestCluster cluster = new TestCluster(2);
        TestMember leader = cluster.elect(1);
        cluster.member(2).isDiskHeld = true;
        int appended = 0;
        while (appended < 100 && cluster.propose(leader, "x".repeat(744)) instanceof ProposalOutcome.Appended) {
            appended++;
        }

        assertThat(appended).isEqualTo(5); // of 744 bytes and 256 of overhead each, 5000 in all
        assertThat(leader.outcome).contains(new ProposalOutcome.Overloaded());
        cluster.member(2).isDiskHeld = false;
        cluster.member(2).releaseDisk(cluster.nowMillis);
        cluster.run(100);
        assertThat(cluster.propose(leader, "again")).isInstanceOf(ProposalOutcome.Appended.class);
    }

    @Test
    void theStateMachineIsHandedOnlySoMuchAheadOfWhatItHasApplied() {
        TestCluster alone = new TestCluster(1);
        TestMember leader = alone.electLeader();
        leader.isApplyHeld = true;
        int appended = 0;
        while (appended < 100 && alone.propose(leader, "x".repeat(744)) instanceof ProposalOutcome.Appended) {
            appended++;
        }

        assertThat(appended).isEqualTo(5);
        assertThat(leader.applied).hasSize(6); // with the opening entry
        leader.isApplyHeld = false;
        leader.step(alone.nowMillis, new Input.Applied(6));
        assertThat(alone.propose(leader, "again")).isInstanceOf(ProposalOutcome.Appended.class);
        assertThat(leader.applied).hasSize(7);
    }

    @Test
    void aMemberThatDoesNotLeadSaysWhoDoes() {
        TestCluster cluster = new TestCluster(3);
        cluster.elect(1);
        cluster.run(100);

        assertThat(cluster.propose(cluster.member(2), "a"))
                .isEqualTo(new ProposalOutcome.NotLeader(Optional.of(TestCluster.id(1))));
    }

    @Test
    void anEntryLargerThanTheBoundIsABug() {
        TestCluster alone = new TestCluster(1);
        TestMember leader = alone.electLeader();

        assertThatThrownBy(() -> alone.propose(leader, "x".repeat(1_001)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1001 bytes");
    }

    @Test
    void timeInTheLogNeverGoesBack() {
        TestCluster alone = new TestCluster(1);
        TestMember leader = alone.electLeader();

        for (long wallClockMillis : new long[] {5_000, 4_000, 6_000}) {
            leader.step(alone.nowMillis, new Input.Propose(wallClockMillis, List.of(Payload.wrap(new byte[1]))));
        }

        assertThat(leader.applied).extracting(LogEntry::timeMillis).containsExactly(1_000L, 5_000L, 5_000L, 6_000L);
    }
}
