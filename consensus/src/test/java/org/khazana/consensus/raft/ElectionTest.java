package org.khazana.consensus.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.consensus.raft.TestCluster.id;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.message.PreVoteRequest;
import org.khazana.consensus.message.PreVoteResponse;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.raft.ReplicaStatus.RoleName;

class ElectionTest {
    private static final EntryId FAR_AHEAD = new EntryId(new Term(3), 100);

    @Test
    @DisplayName("Raft §5.2: somebody is elected, and everybody follows it")
    void aClusterElectsOneLeader() {
        TestCluster cluster = new TestCluster(5);

        TestMember leader = cluster.electLeader();
        cluster.run(100);

        assertThat(cluster.members)
                .allSatisfy(member -> assertThat(member.status().leader()).contains(leader.id));
    }

    @Test
    void aMemberAloneLeadsOnlyOnceItsOwnVoteIsDurable() {
        TestCluster alone = new TestCluster(1);
        alone.member(1).isDiskHeld = true;
        alone.run(1_500);
        assertThat(alone.member(1).status().role()).isEqualTo(RoleName.CANDIDATE);

        alone.member(1).isDiskHeld = false;
        alone.member(1).releaseDisk(alone.nowMillis);

        assertThat(alone.member(1).leads()).isTrue();
    }

    @Test
    @DisplayName("Raft §5.2: one vote per term, first come first served, repeated on request")
    void aMemberGrantsOneVotePerTerm() {
        Voter voter = new Voter(HardState.NONE);

        assertThat(voter.asked(2, new VoteRequest(new Term(3), FAR_AHEAD, false)))
                .isEqualTo(vote(3, true));
        assertThat(voter.asked(3, new VoteRequest(new Term(3), FAR_AHEAD, false)))
                .isEqualTo(vote(3, false));
        assertThat(voter.asked(2, new VoteRequest(new Term(3), FAR_AHEAD, false)))
                .isEqualTo(vote(3, true));
        assertThat(voter.member.vote).isEqualTo(new HardState(new Term(3), Optional.of(id(2)), false));
    }

    /** All connections of the process that led end at once; nobody waits for an election timeout. */
    @Test
    void aLeaderWhoseConnectionsEndedIsReplacedWithinAFewHeartbeats() {
        TestCluster cluster = new TestCluster(4);
        cluster.elect(1);
        cluster.run(100);
        cluster.isolate(1);

        cluster.members.forEach(member -> member.step(cluster.nowMillis, new Input.Disconnected(id(1))));
        cluster.run(100);

        assertThat(cluster.member(2).leads()).isTrue();
        assertThat(cluster.member(2).status().term()).isEqualTo(new Term(2));
    }

    @Test
    void membersWhoNoticeTheLeadersEndTakeTurnsBeginningAfterIt() {
        for (int gone = 1; gone <= 4; gone++) {
            TestCluster cluster = new TestCluster(4);
            cluster.elect(gone);
            cluster.run(100);
            List<Long> asksAfterMillis = new ArrayList<>();
            for (int turn = 0; turn < 3; turn++) {
                TestMember member = cluster.member((gone + turn) % 4 + 1);
                member.step(cluster.nowMillis, new Input.Disconnected(id(gone)));
                asksAfterMillis.add(asksAfterMillis(member, cluster.nowMillis));
            }

            assertThat(asksAfterMillis).containsExactly(50L, 100L, 150L);
        }
    }

    /** Only this one notices the time, and it reaches nobody. */
    private static long asksAfterMillis(TestMember member, long fromMillis) {
        long nowMillis = fromMillis;
        while (member.events.stream().noneMatch(RaftEvent.PreVoteStarted.class::isInstance)) {
            nowMillis += TestCluster.SETTINGS.tickMillis();
            member.step(nowMillis, new Input.Tick());
        }
        return nowMillis - fromMillis;
    }

    /** The only one that can win has its turn before another one notices the leader's end, and is refused. */
    @Test
    void whoHoldsWhatOthersLackAsksAgainSoonAfterTheyHaveAsked() {
        TestCluster cluster = new TestCluster(4);
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        cluster.isolate(4);
        cluster.propose(leader, "m4 lacks it");
        cluster.heal();
        cluster.isolate(1);

        cluster.member(2).step(cluster.nowMillis, new Input.Disconnected(id(1)));
        cluster.member(3).step(cluster.nowMillis, new Input.Disconnected(id(1)));
        cluster.run(100);
        assertThat(cluster.newestLeader()).contains(leader);

        cluster.member(4).step(cluster.nowMillis, new Input.Disconnected(id(1)));
        cluster.run(300);

        assertThat(cluster.member(2).leads() || cluster.member(3).leads()).isTrue();
    }

    /** The answers to the first one may take longer than a heartbeat, and two elections in one term split the votes. */
    @Test
    void whoHasGrantedAPreVoteLetsThatElectionComeFirstOnce() {
        TestCluster cluster = new TestCluster(4);
        cluster.elect(1);
        cluster.run(100);
        TestMember second = cluster.member(3);
        second.step(cluster.nowMillis, new Input.Disconnected(id(1)));

        for (int times = 0; times < 2; times++) {
            PreVoteRequest question = new PreVoteRequest(new Term(2), FAR_AHEAD, times);
            second.step(cluster.nowMillis, new Input.Received(id(2), question));
        }

        assertThat(asksAfterMillis(second, cluster.nowMillis)).isEqualTo(100 + 150);
    }

    @Test
    void anElectionThatSplitsTheVotesIsHeldAgainWithinAFewHeartbeats() {
        TestCluster cluster = new TestCluster(4);
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        cluster.isolate(1);
        cluster.members.forEach(member -> member.isDiskHeld = true);
        standInOneTerm(cluster, 2, 3);

        cluster.members.forEach(member -> member.isDiskHeld = false);
        cluster.members.forEach(member -> member.releaseDisk(cluster.nowMillis));
        cluster.settle();
        assertThat(cluster.newestLeader()).contains(leader);
        cluster.run(250);

        assertThat(cluster.newestLeader().orElseThrow().status().term()).isEqualTo(new Term(3));
    }

    /** Both are told by everybody that they would win. */
    private static void standInOneTerm(TestCluster cluster, int... numbers) {
        cluster.members.forEach(member -> member.step(cluster.nowMillis, new Input.Disconnected(id(1))));
        for (int number : numbers) {
            TestMember candidate = cluster.member(number);
            asksAfterMillis(candidate, cluster.nowMillis);
            PreVoteRequest question =
                    (PreVoteRequest) candidate.takeMessage().orElseThrow().message();
            for (int other = 2; other <= 4; other++) {
                candidate.step(
                        cluster.nowMillis + 500,
                        new Input.Received(id(other), new PreVoteResponse(question.term(), true, question.number())));
            }
            assertThat(candidate.status().role()).isEqualTo(RoleName.CANDIDATE);
        }
        cluster.nowMillis += 500;
    }

    /** Its own connection broke, no more: those who hear the leader do not help to depose it. */
    @Test
    void aMemberThatLostItsConnectionToALivingLeaderDisturbsNobody() {
        TestCluster cluster = new TestCluster(4);
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        TestMember cutOff = cluster.member(2);
        cluster.cutOneWay(1, 2);

        for (int times = 0; times < 20; times++) {
            cutOff.step(cluster.nowMillis, new Input.Disconnected(id(1)));
            cluster.run(100);
        }
        cluster.heal();
        cluster.run(100);

        assertThat(cutOff.events).hasAtLeastOneElementOfType(RaftEvent.PreVoteStarted.class);
        assertThat(leader.leads()).isTrue();
        assertThat(leader.status().term()).isEqualTo(new Term(1));
        assertThat(cutOff.status().leader()).contains(id(1));
    }

    @Test
    void theEndOfAnotherFollowersConnectionMeansNothing() {
        TestCluster cluster = new TestCluster(4);
        cluster.elect(1);
        cluster.run(100);

        cluster.member(2).step(cluster.nowMillis, new Input.Disconnected(id(3)));

        assertThat(cluster.member(2).status().leader()).contains(id(1));
    }

    @Test
    void aVoteSurvivesACrash() {
        Voter voter = new Voter(HardState.NONE);
        voter.asked(2, new VoteRequest(new Term(3), FAR_AHEAD, false));

        voter.member.crashAndRestart();

        assertThat(voter.asked(3, new VoteRequest(new Term(3), FAR_AHEAD, false)))
                .isEqualTo(vote(3, false));
    }

    @Test
    void aCandidateThatStepsDownInItsTermHasStillVotedForItself() {
        TestCluster cluster = new TestCluster(3);
        cluster.isLost = sent -> sent.outgoing().message() instanceof VoteRequest;
        TestMember candidate = cluster.member(1);
        while (candidate.status().role() != RoleName.CANDIDATE) {
            cluster.nowMillis += 10;
            candidate.step(cluster.nowMillis, new Input.Tick());
            cluster.settle();
        }
        Term term = candidate.status().term();

        receive(
                cluster,
                candidate,
                2,
                new AppendRequest(term, Chain.GENESIS.id(), Chain.GENESIS.hash(), List.of(), 0, Optional.empty(), 1));
        assertThat(candidate.status().role()).isEqualTo(RoleName.FOLLOWER);
        cluster.nowMillis += 600; // long enough to be free of the leader, too short for an election of its own
        receive(cluster, candidate, 3, new VoteRequest(term, FAR_AHEAD, false));

        assertThat(lastAnswer(candidate)).isEqualTo(new VoteResponse(term, false));
    }

    private static void receive(TestCluster cluster, TestMember member, int from, Message message) {
        member.step(cluster.nowMillis, new Input.Received(id(from), message));
    }

    private static Message lastAnswer(TestMember member) {
        Optional<Message> last = Optional.empty();
        Optional<Outgoing> next = member.takeMessage();
        while (next.isPresent()) {
            last = Optional.of(next.get().message());
            next = member.takeMessage();
        }
        return last.orElseThrow();
    }

    @ParameterizedTest(name = "own log ends at {0}@{1}, the candidate''s at {2}@{3}: {4}")
    @CsvSource({
        "5, 2, 5, 2, true", "5, 2, 4, 2, false", "5, 2, 6, 2, true",
        "5, 2, 1, 3, true", "5, 2, 9, 1, false", "0, 0, 0, 0, true"
    })
    @DisplayName("Raft §5.4.1: only a candidate whose log is up to date gets a vote or a pre-vote")
    void votesGoToUpToDateLogs(int ownIndex, long ownTerm, long index, long term, boolean granted) {
        long[] terms = new long[ownIndex];
        Arrays.fill(terms, ownTerm);
        EntryId last = new EntryId(new Term(term), index);
        HardState stored = new HardState(new Term(3), Optional.empty(), false);

        Voter asked = new Voter(stored, terms);
        assertThat(asked.asked(2, new PreVoteRequest(new Term(4), last, 7)))
                .isEqualTo(new PreVoteResponse(new Term(granted ? 4 : 3), granted, 7));
        assertThat(asked.asked(2, new VoteRequest(new Term(4), last, false))).isEqualTo(vote(4, granted));
    }

    @Test
    @DisplayName("Raft thesis §9.6: a pre-vote changes neither term nor vote, nor the wish to be elected")
    void aPreVoteBindsNobody() {
        Voter voter = new Voter(new HardState(new Term(3), Optional.empty(), false));

        for (int i = 0; i < 40; i++) { // 1200 ms of granted pre-votes: more than any election timeout
            voter.nowMillis += 30;
            Message answer = voter.asked(2, new PreVoteRequest(new Term(9), FAR_AHEAD, 7));
            assertThat(answer).isEqualTo(new PreVoteResponse(new Term(9), true, 7));
            voter.member.step(voter.nowMillis, new Input.Tick());
        }

        assertThat(voter.member.vote).isEqualTo(new HardState(new Term(3), Optional.empty(), false));
        assertThat(voter.member.status().term()).isEqualTo(new Term(3));
        assertThat(voter.member.status().role()).isEqualTo(RoleName.PRE_CANDIDATE);
    }

    /** It was granted when no leader was heard, and may come when one has been for long. */
    @Test
    void anAnswerToAnEarlierQuestionDoesNotCount() {
        TestCluster cluster = new TestCluster(3);
        TestMember asking = cluster.member(3);
        List<TestCluster.Sent> late = new ArrayList<>();
        cluster.isLost = sent -> sent.outgoing().message() instanceof PreVoteResponse && late.add(sent);
        while (late.size() < 4) { // two of each question
            cluster.nowMillis += 10;
            asking.step(cluster.nowMillis, new Input.Tick());
            cluster.settle();
        }

        late.subList(0, 2)
                .forEach(sent -> asking.step(
                        cluster.nowMillis,
                        new Input.Received(sent.from(), sent.outgoing().message())));
        assertThat(asking.status().role()).isEqualTo(RoleName.PRE_CANDIDATE);

        TestCluster.Sent newest = late.get(3);
        asking.step(
                cluster.nowMillis,
                new Input.Received(newest.from(), newest.outgoing().message()));
        assertThat(asking.status().role()).isEqualTo(RoleName.CANDIDATE);
    }

    @Test
    void aRefusedPreVoteTellsAMemberLeftBehindTheTerm() {
        Voter voter = new Voter(new HardState(new Term(8), Optional.empty(), false));

        assertThat(voter.asked(2, new PreVoteRequest(new Term(4), FAR_AHEAD, 7)))
                .isEqualTo(new PreVoteResponse(new Term(8), false, 7));
    }

    @Test
    void aMemberThatReturnsFromACutOffNetworkDisturbsNobody() {
        TestCluster cluster = new TestCluster(3);
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        Term term = leader.status().term();

        cluster.isolate(3);
        cluster.run(5_000);
        cluster.heal();
        cluster.run(2_000);

        assertThat(leader.leads()).isTrue();
        assertThat(cluster.members)
                .allSatisfy(member -> assertThat(member.status().term()).isEqualTo(term));
    }

    @Test
    void aMemberThatCannotHearTheLeaderCannotDeposeIt() {
        TestCluster cluster = new TestCluster(3);
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        Term term = leader.status().term();

        cluster.cutOneWay(1, 3);
        cluster.run(5_000);

        assertThat(leader.leads()).isTrue();
        assertThat(leader.status().term()).isEqualTo(term);
    }

    @Test
    void evenARealVoteRequestIsIgnoredWhileTheLeaderIsHeard() {
        TestCluster cluster = new TestCluster(3);
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        Term term = leader.status().term();

        receive(cluster, cluster.member(2), 3, new VoteRequest(new Term(term.number() + 1), FAR_AHEAD, false));
        receive(cluster, leader, 3, new VoteRequest(new Term(term.number() + 1), FAR_AHEAD, false));
        cluster.run(100);

        assertThat(leader.leads()).isTrue();
        assertThat(leader.status().term()).isEqualTo(term);
    }

    @Test
    void aLeaderThatHearsNoQuorumStepsDownInItsTerm() {
        TestCluster cluster = new TestCluster(3);
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        Term term = leader.status().term();

        cluster.isolate(1);
        cluster.run(1_100);

        assertThat(leader.leads()).isFalse();
        assertThat(leader.status().term()).isEqualTo(term);
        assertThat(leader.events).contains(new RaftEvent.SteppedDown(term, RaftEvent.Reason.QUORUM_NOT_HEARD));
    }

    @Test
    void aLeaderThatCanSendButNotHearIsReplaced() {
        TestCluster cluster = new TestCluster(3);
        TestMember deaf = cluster.elect(1);
        cluster.run(100);

        cluster.cutOneWay(2, 1);
        cluster.cutOneWay(3, 1);
        cluster.run(4_000);

        assertThat(deaf.leads()).isFalse();
        assertThat(cluster.newestLeader()).isPresent();
    }

    @Test
    void membersThatAskAtTheSameMomentDoNotBlockEachOther() {
        for (int round = 0; round < 20; round++) {
            TestCluster cluster = new TestCluster(3);
            TestMember first = cluster.electLeader();
            cluster.run(100);

            cluster.isolate(cluster.members.indexOf(first) + 1);
            cluster.run(4_000);

            assertThat(cluster.members).filteredOn(TestMember::leads).hasSize(1);
        }
    }

    @Test
    void aStaleLeaderIsToldTheTermAndAStuckCandidateComesBack() {
        TestCluster cluster = new TestCluster(3);
        cluster.elect(1);
        cluster.run(100);
        TestMember stuck = cluster.member(3);
        stuck.vote = new HardState(new Term(40), Optional.of(id(3)), false);
        stuck.crashAndRestart();

        cluster.run(4_000);

        TestMember leader = cluster.newestLeader().orElseThrow();
        assertThat(leader.status().term()).isGreaterThan(new Term(40));
        assertThat(stuck.status().leader()).contains(leader.id);
    }

    @Test
    void everyClauseOfTheQuorumPolicyIsNeededToWin() {
        QuorumClause all = TestCluster.majorityOf(4).clauses().get(0);
        QuorumClause government = QuorumClause.majorityOf("GOVERNMENT", new TreeSet<>(List.of(id(1))));
        TestCluster cluster = new TestCluster(new QuorumPolicy(List.of(all, government)));

        cluster.isolate(1);
        cluster.run(5_000);
        assertThat(cluster.newestLeader()).isEmpty();
        cluster.heal();

        assertThat(cluster.electLeader().leads()).isTrue();
    }

    @Test
    void aTermFarBeyondReasonIsRefused() {
        Voter voter = new Voter(HardState.NONE);

        voter.member.step(
                voter.nowMillis,
                new Input.Received(id(2), new VoteRequest(new Term(Long.MAX_VALUE), FAR_AHEAD, false)));

        assertThat(voter.member.status().term()).isEqualTo(Term.ZERO);
        assertThat(voter.member.events).anyMatch(RaftEvent.Protested.class::isInstance);
    }

    private static VoteResponse vote(long term, boolean granted) {
        return new VoteResponse(new Term(term), granted);
    }

    /** One member of three, asked directly. */
    private static final class Voter {
        final TestMember member;
        long nowMillis = 1;

        Voter(HardState stored, long... terms) {
            List<LogEntry> entries = Chain.ofTerms(terms);
            this.member = new TestMember(id(1), TestCluster.majorityOf(3), TestCluster.SETTINGS, stored, entries);
            member.step(nowMillis, new Input.Tick());
        }

        Message asked(int by, Message question) {
            member.step(nowMillis, new Input.Received(id(by), question));
            return lastAnswer(member);
        }
    }
}
