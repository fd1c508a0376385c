package org.khazana.consensus.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.consensus.raft.TestCluster.id;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.VoteResponse;

class MembershipChangeTest {
    private final TestCluster cluster = new TestCluster(3);
    private final QuorumPolicy founding = TestCluster.majorityOf(3);

    private static Configuration voters(Integer... numbers) {
        return Configuration.of(new QuorumPolicy(List.of(QuorumClause.majorityOf("all", ids(numbers)))));
    }

    private static Set<MemberId> ids(Integer... numbers) {
        Set<MemberId> ids = new TreeSet<>();
        for (int number : numbers) {
            ids.add(id(number));
        }
        return ids;
    }

    private static Configuration of(TestMember member) {
        return member.status().membership().configuration();
    }

    /** Elects m1 and makes m4 an observer that has caught up. */
    private TestMember leaderWithObserver() {
        TestMember leader = cluster.elect(1);
        cluster.join(4, founding);
        cluster.change(leader, voters(1, 2, 3).withObservers(ids(4)));
        cluster.run(100);
        return leader;
    }

    @Test
    void anObserverReceivesAndAppliesEverythingAndCountsForNothing() {
        TestMember leader = leaderWithObserver();

        cluster.propose(leader, "a");
        cluster.run(100);

        assertThat(cluster.member(4).appliedTexts()).containsExactly("a");
        assertThat(of(cluster.member(4)).observers()).containsExactly(id(4));

        cluster.isolate(2);
        cluster.isolate(3);
        cluster.propose(leader, "b");
        assertThat(leader.appliedTexts()).containsExactly("a");
    }

    @Test
    void anObserverNeverStandsForElection() {
        leaderWithObserver();
        cluster.isolate(1);
        cluster.isolate(2);
        cluster.isolate(3);

        cluster.run(5_000);

        assertThat(cluster.member(4).status().role()).isEqualTo(ReplicaStatus.RoleName.FOLLOWER);
    }

    @Test
    void aVoterIsAddedThroughAJointConfigurationThatEndsByItself() {
        TestMember leader = leaderWithObserver();

        assertThat(cluster.change(leader, voters(1, 2, 3, 4))).isInstanceOf(ProposalOutcome.Appended.class);
        cluster.run(100);

        cluster.members.forEach(member -> assertThat(of(member)).isEqualTo(voters(1, 2, 3, 4)));
        assertThat(leader.events.stream().filter(event -> event instanceof RaftEvent.MembershipChanged))
                .hasSize(3);
    }

    /** Elects m1 and makes m4 and m5 observers that have caught up. */
    private TestMember leaderWithTwoObservers() {
        TestMember leader = leaderWithObserver();
        cluster.join(5, founding);
        cluster.change(leader, voters(1, 2, 3).withObservers(ids(4, 5)));
        cluster.run(100);
        return leader;
    }

    @Test
    void whileJointTheNewVotersDecideNothingAlone() {
        TestMember leader = leaderWithTwoObservers();
        cluster.isolate(2);
        cluster.isolate(3);

        cluster.change(leader, voters(1, 4, 5));
        cluster.propose(leader, "a");
        assertThat(of(leader).isJoint()).isTrue();
        assertThat(leader.appliedTexts()).isEmpty();

        cluster.heal();
        cluster.run(100);
        assertThat(of(leader)).isEqualTo(voters(1, 4, 5));
        assertThat(leader.appliedTexts()).containsExactly("a");
    }

    @Test
    void whileJointTheOldVotersDecideNothingAlone() {
        TestMember leader = leaderWithTwoObservers();
        cluster.isolate(4);
        cluster.isolate(5);

        cluster.change(leader, voters(1, 4, 5));
        cluster.propose(leader, "a");
        assertThat(of(leader).isJoint()).isTrue();
        assertThat(leader.appliedTexts()).isEmpty();

        cluster.heal();
        cluster.run(100);
        assertThat(leader.appliedTexts()).containsExactly("a");
    }

    @Test
    void whileJointNobodyIsElectedByTheOldVotersAlone() {
        TestMember old = leaderWithTwoObservers();
        cluster.isLost = sent -> sent.to().equals(id(1));
        cluster.change(old, voters(1, 4, 5));
        assertThat(of(cluster.member(2)).isJoint()).isTrue();
        cluster.heal();
        cluster.isolate(1);
        cluster.isolate(4);
        cluster.isolate(5);

        cluster.run(3_000);

        assertThat(cluster.member(2).leads()).isFalse();
        assertThat(cluster.member(3).leads()).isFalse();
    }

    @Test
    void aSecondChangeIsRefusedWhileOneIsUnderWay() {
        TestMember leader = leaderWithObserver();
        cluster.isolate(2);
        cluster.isolate(3);

        cluster.change(leader, voters(1, 2, 3, 4));

        assertThat(cluster.change(leader, voters(1, 2)))
                .isEqualTo(new ProposalOutcome.Refused("another change of membership is under way"));
    }

    @Test
    void aLeaderThatHasCommittedNothingOfItsTermMayNotChangeMembership() {
        cluster.isLost = sent -> sent.outgoing().message() instanceof AppendResponse;
        TestMember leader = cluster.elect(1);

        assertThat(cluster.change(leader, voters(1, 2)))
                .isEqualTo(new ProposalOutcome.Refused("this leader has not committed an entry of its own term yet"));
    }

    @Test
    void whoLagsBehindOrIsNoObserverBecomesNoVoter() {
        TestMember leader = cluster.elect(1);
        cluster.join(4, founding);
        assertThat(cluster.change(leader, voters(1, 2, 3, 4)))
                .isEqualTo(new ProposalOutcome.Refused("m4.1 is no observer that has caught up"));

        cluster.isolate(4);
        cluster.change(leader, voters(1, 2, 3).withObservers(ids(4)));
        for (int i = 0; i < 5; i++) {
            cluster.propose(leader, "e" + i);
        }
        assertThat(cluster.change(leader, voters(1, 2, 3, 4)))
                .isEqualTo(new ProposalOutcome.Refused("m4.1 is no observer that has caught up"));
    }

    /** In a young network everybody lacks only a few entries; but this one does not even run. */
    @Test
    void whoHasNeverAnsweredBecomesNoVoter() {
        TestMember leader = cluster.elect(1);
        cluster.join(4, founding);
        cluster.isolate(4);
        cluster.change(leader, voters(1, 2, 3).withObservers(ids(4)));
        cluster.run(50);

        assertThat(cluster.change(leader, voters(1, 2, 3, 4)))
                .isEqualTo(new ProposalOutcome.Refused("m4.1 is no observer that has caught up"));
    }

    @Test
    void votersThatCouldNotDecideAnythingAreRefused() {
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        cluster.isolate(3);
        cluster.run(600);

        assertThat(cluster.change(leader, voters(1, 3)))
                .isEqualTo(new ProposalOutcome.Refused(
                        "too few of the new voters have answered of late to agree on anything"));
    }

    @Test
    void aConfigurationThatIsCutOffGivesWayToTheOneBefore() {
        TestMember old = leaderWithObserver();
        cluster.isolate(1);
        cluster.change(old, voters(1, 2, 3, 4));
        assertThat(of(old).isJoint()).isTrue();

        cluster.elect(2);
        cluster.heal();
        cluster.run(200);

        assertThat(of(old)).isEqualTo(voters(1, 2, 3).withObservers(ids(4)));
    }

    @Test
    void whicheverLeaderFindsAJointConfigurationEndsIt() {
        TestMember old = leaderWithObserver();
        cluster.isLost = sent -> sent.to().equals(id(1));
        cluster.change(old, voters(1, 2, 3, 4));
        cluster.isolate(1);

        TestMember next = cluster.elect(2);
        cluster.heal();
        cluster.run(200);

        assertThat(of(next)).isEqualTo(voters(1, 2, 3, 4));
        assertThat(of(old)).isEqualTo(voters(1, 2, 3, 4));
    }

    @Test
    void aRemovedLeaderLeavesWithoutAnElectionTimeout() {
        TestMember old = cluster.elect(1);
        cluster.run(100);

        cluster.change(old, voters(2, 3));
        cluster.run(50);

        assertThat(old.leads()).isFalse();
        assertThat(old.events).contains(new RaftEvent.SteppedDown(old.status().term(), RaftEvent.Reason.NO_VOTER));
        TestMember next = cluster.newestLeader().orElseThrow();
        assertThat(of(next)).isEqualTo(voters(2, 3));
        assertThat(cluster.propose(next, "a")).isInstanceOf(ProposalOutcome.Appended.class);
        cluster.run(100);
        assertThat(cluster.member(3).appliedTexts()).contains("a");
    }

    /** Thesis §4.2.2: only the one on its way out holds the entry that removes it, and it denies the other its vote. */
    @Test
    void whoIsOnTheWayOutStandsForElectionUntilThatIsAgreedOn() {
        TestCluster two = new TestCluster(2);
        TestMember leaving = two.elect(1);
        two.run(100);
        two.isLost = sent -> sent.outgoing().message() instanceof AppendRequest request && request.verifiedIndex() > 2;
        two.change(leaving, voters(2));
        two.run(100);
        assertThat(of(leaving)).isEqualTo(voters(2));
        assertThat(of(two.member(2)).isJoint()).isTrue();

        leaving.crashAndRestart();
        two.isLost = sent -> false;
        two.run(10_000);

        assertThat(of(two.member(2))).isEqualTo(voters(2));
        assertThat(two.member(2).leads()).isTrue();
    }

    /**
     * m1's promotion of m4 was agreed on by nobody, and m2, which led next, told m4 alone of its entry: now m1 counts on m4,
     * which denies it its vote.
     */
    @Test
    void anObserverStandsWhenWhoCountsOnItsVoteLacksWhatItHolds() {
        TestMember old = leaderWithObserver();
        TestMember observer = cluster.member(4);
        cluster.isolate(1);
        cluster.change(old, voters(1, 2, 3, 4));
        cluster.isLost = sent -> sent.to().equals(id(3)) && sent.outgoing().message() instanceof AppendRequest;
        cluster.elect(2);
        cluster.run(20);
        assertThat(observer.status().last().term())
                .isEqualTo(cluster.member(2).status().term());

        cluster.isLost = sent -> false;
        cluster.heal();
        cluster.isolate(2);
        cluster.run(10_000);

        TestMember next = cluster.newestLeader().orElseThrow();
        assertThat(next).isNotSameAs(observer);
        assertThat(observer.events)
                .anyMatch(event ->
                        event instanceof RaftEvent.SteppedDown down && down.reason() == RaftEvent.Reason.NO_VOTER);
        cluster.propose(next, "a");
        cluster.run(100);
        assertThat(observer.appliedTexts()).containsExactly("a");

        cluster.isolate(4);
        cluster.run(3_000);
        assertThat(observer.status().role())
                .as("it has heard a leader since")
                .isEqualTo(ReplicaStatus.RoleName.FOLLOWER);
    }

    @Test
    void aRemovedLeaderDoesNotCountItselfWhenItsRemovalIsAgreedOn() {
        TestMember old = cluster.elect(1);
        cluster.run(100);
        cluster.isolate(3);

        cluster.change(old, voters(2, 3));
        cluster.run(100);

        // m1 and m2 are a quorum of the old voters, but m2 alone is none of the new
        assertThat(of(old).isJoint()).isTrue();
    }

    @Test
    void aVoterThatDoesNotKnowYetThatItIsOneVotesAllTheSame() {
        TestMember old = leaderWithObserver();
        // m4 never hears that it was promoted
        cluster.isLost =
                sent -> sent.to().equals(id(4)) && old.status().membership().index() > 2;
        cluster.change(old, voters(1, 2, 3, 4));
        cluster.run(100);
        assertThat(of(cluster.member(2))).isEqualTo(voters(1, 2, 3, 4));
        assertThat(of(cluster.member(4)).isVoter(id(4))).isFalse();

        cluster.heal();
        cluster.isolate(1);
        cluster.members.forEach(member -> member.events.clear());
        cluster.isLost = sent -> sent.to().equals(id(3));

        // m2, m4 and m3's silence: with m4's vote, m2 and m4 are only two of four; m3 must answer
        cluster.isLost = sent -> false;
        TestMember next = cluster.elect(2);

        assertThat(next.leads()).isTrue();
        assertThat(cluster.delivered.stream()
                        .filter(sent -> sent.from().equals(id(4)))
                        .map(sent -> sent.outgoing().message()))
                .contains(new VoteResponse(next.status().term(), true));
    }

    @Test
    void onlyTheLeaderChangesMembership() {
        cluster.elect(1);
        assertThat(cluster.change(cluster.member(2), voters(1, 2)))
                .isEqualTo(new ProposalOutcome.NotLeader(Optional.of(id(1))));
    }

    @Test
    void membershipSurvivesARestart() {
        TestMember leader = leaderWithObserver();
        cluster.change(leader, voters(1, 2, 3, 4));
        cluster.run(100);

        cluster.members.forEach(TestMember::crashAndRestart);

        cluster.members.forEach(member -> assertThat(of(member)).isEqualTo(voters(1, 2, 3, 4)));
        cluster.electLeader();
    }
}
