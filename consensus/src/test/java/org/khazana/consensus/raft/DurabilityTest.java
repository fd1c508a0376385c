package org.khazana.consensus.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.consensus.raft.TestCluster.id;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;

class DurabilityTest {

    @Test
    void aVoteLeavesOnlyWhenItIsStored() {
        TestMember voter =
                new TestMember(id(1), TestCluster.majorityOf(3), TestCluster.SETTINGS, HardState.NONE, List.of());
        voter.isDiskHeld = true;

        voter.step(1, new Input.Received(id(2), new VoteRequest(new Term(5), Chain.GENESIS.id(), false)));
        assertThat(voter.takeMessage()).isEmpty();

        voter.isDiskHeld = false;
        voter.releaseDisk(1);
        assertThat(voter.takeMessage()).contains(new Outgoing(id(2), new VoteResponse(new Term(5), true)));
        assertThat(voter.vote).isEqualTo(new HardState(new Term(5), Optional.of(id(2)), false));
    }

    @Test
    void aCandidateAsksForVotesOnlyWhenItsOwnVoteIsStored() {
        TestCluster cluster = new TestCluster(3);
        TestMember candidate = cluster.member(1);
        candidate.isDiskHeld = true;
        for (int ticks = 0; ticks < 200 && candidate.status().term().equals(Term.ZERO); ticks++) {
            cluster.nowMillis += 10;
            candidate.step(cluster.nowMillis, new Input.Tick());
            cluster.settle();
        }
        assertThat(candidate.status().role()).isEqualTo(ReplicaStatus.RoleName.CANDIDATE);
        assertThat(cluster.delivered).noneMatch(sent -> sent.outgoing().message() instanceof VoteRequest);

        candidate.isDiskHeld = false;
        candidate.releaseDisk(cluster.nowMillis);
        cluster.settle();
        assertThat(candidate.leads()).isTrue();
    }

    @Test
    void aMemberAloneCommitsOnlyWhatItsOwnDiskHolds() {
        TestCluster alone = new TestCluster(1);
        TestMember member = alone.electLeader();
        assertThat(member.status().commitIndex()).isEqualTo(1);

        member.isDiskHeld = true;
        alone.propose(member, "a");
        alone.run(100);
        assertThat(member.status().commitIndex()).isEqualTo(1);
        assertThat(member.appliedTexts()).isEmpty();

        member.isDiskHeld = false;
        member.releaseDisk(alone.nowMillis);
        assertThat(member.appliedTexts()).containsExactly("a");
    }

    @Test
    void aLeaderCountsItselfOnlyWhenItsOwnWriteIsFinished() {
        TestCluster cluster = new TestCluster(2);
        TestMember leader = cluster.elect(1);
        leader.isDiskHeld = true;

        cluster.propose(leader, "a");
        cluster.run(50);
        assertThat(leader.status().followers().get(0).matchIndex()).isEqualTo(2);
        assertThat(leader.status().commitIndex()).isEqualTo(1);

        leader.isDiskHeld = false;
        leader.releaseDisk(cluster.nowMillis);
        assertThat(leader.status().commitIndex()).isEqualTo(2);
    }

    @Test
    void othersMayCommitWhileTheLeadersDiskIsSlowButTheLeaderAppliesOnlyWhatItHolds() {
        TestCluster cluster = new TestCluster(3);
        TestMember leader = cluster.elect(1);
        leader.isDiskHeld = true;

        cluster.propose(leader, "a");
        cluster.run(100);
        assertThat(leader.status().commitIndex()).isEqualTo(2);
        assertThat(leader.appliedTexts()).isEmpty();
        assertThat(cluster.member(2).appliedTexts()).containsExactly("a");

        leader.isDiskHeld = false;
        leader.releaseDisk(cluster.nowMillis);
        assertThat(leader.appliedTexts()).containsExactly("a");
    }

    @Test
    void aFollowerAcknowledgesOnlyWhatItsDiskHolds() {
        TestCluster cluster = new TestCluster(2);
        TestMember leader = cluster.elect(1);
        cluster.member(2).isDiskHeld = true;

        cluster.propose(leader, "a");
        cluster.run(100);
        assertThat(leader.status().followers().get(0).matchIndex()).isEqualTo(1);

        cluster.member(2).isDiskHeld = false;
        cluster.member(2).releaseDisk(cluster.nowMillis);
        cluster.settle();
        assertThat(leader.status().followers().get(0).matchIndex()).isEqualTo(2);
    }

    @Test
    void aFinishedWriteOfEntriesThatWereReplacedSaysNothingAboutTheirSuccessors() {
        List<LogEntry> first = Chain.ofTerms(1, 1);
        List<LogEntry> second = Chain.ofTerms(2, 2);
        List<LogEntry> third = Chain.ofTerms(3, 3);
        TestMember member =
                new TestMember(id(1), TestCluster.majorityOf(5), TestCluster.SETTINGS, HardState.NONE, List.of());
        member.isDiskHeld = true;
        append(member, 2, 1, first);
        append(member, 3, 2, second);
        append(member, 4, 3, third);

        member.finishOneWrite(1);
        assertThat(member.status().durableIndex()).isZero();
        member.finishOneWrite(1);
        assertThat(member.status().durableIndex()).isZero();
        member.finishOneWrite(1);
        assertThat(member.status().durableIndex()).isEqualTo(2);
        assertThat(member.log.synced()).isEqualTo(third);
        assertThat(member.applied).isEqualTo(third);
    }

    private static void append(TestMember member, int from, long term, List<LogEntry> entries) {
        long commitIndex = term == 3 ? 2 : 0;
        AppendRequest request = new AppendRequest(
                new Term(term), Chain.GENESIS.id(), Chain.GENESIS.hash(), entries, commitIndex, Optional.empty(), term);
        member.step(1, new Input.Received(id(from), request));
    }

    @Test
    void whatAMajorityAcknowledgedSurvivesAPowerCutOfAll() {
        TestCluster cluster = new TestCluster(3);
        TestMember leader = cluster.elect(1);
        cluster.propose(leader, "a");
        cluster.propose(leader, "b");

        cluster.members.forEach(TestMember::crashAndRestart);
        cluster.electLeader();
        cluster.run(200);

        assertThat(cluster.members)
                .allSatisfy(member -> assertThat(member.appliedTexts()).containsExactly("a", "b"));
    }

    @Test
    void aMemberWhoseVoteFileForgotATermOfItsLogDoesNotStart() {
        HardState forgotten = new HardState(new Term(1), Optional.empty(), false);

        assertThatThrownBy(() -> new TestMember(
                        id(1), TestCluster.majorityOf(3), TestCluster.SETTINGS, forgotten, Chain.ofTerms(1, 2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the vote was lost");
    }

    @Test
    void acknowledgementsOfAppendsLeaveInTheOrderOfTheirWrites() {
        TestCluster cluster = new TestCluster(2);
        TestMember leader = cluster.elect(1);
        TestMember follower = cluster.member(2);
        follower.isDiskHeld = true;
        cluster.propose(leader, "a");
        cluster.propose(leader, "b");
        cluster.delivered.clear();

        follower.isDiskHeld = false;
        follower.releaseDisk(cluster.nowMillis);
        cluster.settle();

        assertThat(cluster.delivered.stream()
                        .map(sent -> sent.outgoing().message())
                        .filter(AppendResponse.Accepted.class::isInstance)
                        .map(message -> ((AppendResponse.Accepted) message).matchIndex())
                        .toList())
                .startsWith(2L, 3L)
                .isSortedAccordingTo(Long::compare);
    }
}
