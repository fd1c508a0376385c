package org.khazana.consensus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.consensus.runtime.TestReplicas.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.message.TimeoutNow;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.raft.Chain;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.consensus.raft.ReplicaStatus;

@Timeout(60)
class RaftReplicaTest {
    private static final ReplicaLimits LIMITS = ReplicaLimits.standard();

    @Test
    void whatIsProposedToTheLeaderIsAppliedOnceEverywhereInOneOrder() {
        try (TestReplicas cluster = new TestReplicas(3, LIMITS)) {
            TestReplicas.Member leader = cluster.leader();
            List<ProposalOutcome> outcomes = new CopyOnWriteArrayList<>();

            for (int number = 100; number < 600; number++) {
                leader.replica.propose(Chain.payload(number + ","), outcomes::add);
            }
            cluster.members
                    .values()
                    .forEach(member ->
                            await("all proposals", () -> joined(member).length() == 500 * 4));

            assertThat(outcomes).hasSize(500).allMatch(ProposalOutcome.Appended.class::isInstance);
            assertThat(joined(leader)).startsWith("100,101,102,").endsWith("598,599,");
            assertThat(cluster.members.values())
                    .allSatisfy(member -> assertThat(joined(member)).isEqualTo(joined(leader)));
        }
    }

    private static String joined(TestReplicas.Member member) {
        return String.join("", member.appliedTexts());
    }

    /** The caller may have looked at a status from before another change. */
    @Test
    void membershipChangesOnlyFromWhatTheCallerSaw() {
        try (TestReplicas alone = new TestReplicas(1, LIMITS)) {
            TestReplicas.Member leader = alone.leader();
            await("the opening entry", () -> leader.applied.size() == 1);
            Configuration seen = leader.replica.status().membership().configuration();
            Configuration first = seen.withObservers(Set.of(new MemberId("first", 1)));
            Configuration second = seen.withObservers(Set.of(new MemberId("second", 1)));
            List<ProposalOutcome> outcomes = new CopyOnWriteArrayList<>();

            leader.replica.changeMembership(seen, first, outcomes::add);
            await("the first change", () -> leader.applied.size() == 2);
            leader.replica.changeMembership(seen, second, outcomes::add);
            await("both answers", () -> outcomes.size() == 2);

            assertThat(outcomes.getFirst()).isInstanceOf(ProposalOutcome.Appended.class);
            assertThat(outcomes.getLast()).isEqualTo(new ProposalOutcome.Refused("membership has changed meanwhile"));
        }
    }

    @Test
    void manyProposalsShareOneSync() {
        try (TestReplicas alone = new TestReplicas(1, LIMITS)) {
            TestReplicas.Member leader = alone.leader();
            await("the opening entry", () -> leader.applied.size() == 1);
            leader.disk.hold();
            int syncsBefore = leader.disk.syncs.get();

            for (int number = 100; number < 600; number++) {
                leader.replica.propose(Chain.payload(number + ","), outcome -> {});
            }
            leader.disk.release();
            await("all proposals", () -> joined(leader).length() == 500 * 4);

            assertThat(leader.disk.syncs.get() - syncsBefore).isLessThanOrEqualTo(20);
        }
    }

    @Test
    void noAcknowledgementLeavesBeforeTheSync() {
        try (TestReplicas cluster = new TestReplicas(2, LIMITS)) {
            TestReplicas.Member leader = cluster.leader();
            TestReplicas.Member follower = other(cluster, leader);
            await("the opening entry", () -> follower.applied.size() == 1);
            follower.disk.hold();
            follower.sent.clear();
            int begunBefore = follower.disk.begun.get();

            leader.replica.propose(Chain.payload("a"), outcome -> {});
            await("the sync to begin", () -> follower.disk.begun.get() > begunBefore);
            Term term = leader.replica.status().term();

            assertThat(acknowledged(follower, term)).isEqualTo(1);
            assertThat(follower.disk.synced()).hasSize(1);
            follower.disk.release();
            await("the acknowledgement", () -> acknowledged(follower, term) == 2);
            assertThat(follower.disk.synced()).hasSize(2);
        }
    }

    private static TestReplicas.Member other(TestReplicas cluster, TestReplicas.Member one) {
        return cluster.members.values().stream()
                .filter(member -> !member.equals(one))
                .findFirst()
                .orElseThrow();
    }

    /** The highest index that {@code member} has acknowledged, never below 1 (the opening entry). */
    private static long acknowledged(TestReplicas.Member member, Term term) {
        long highest = 1;
        for (Message message : member.sent) {
            if (message instanceof AppendResponse.Accepted accepted
                    && accepted.term().equals(term)) {
                highest = Math.max(highest, accepted.matchIndex());
            }
        }
        return highest;
    }

    @Test
    void aVoteLeavesOnlyWhenItIsStored() {
        try (TestReplicas cluster = new TestReplicas(2, LIMITS)) {
            cluster.isLost = message -> true;
            TestReplicas.Member voter = cluster.members.values().iterator().next();
            voter.disk.hold();
            int begunBefore = voter.disk.begun.get();

            voter.replica.receive(new MemberId("m2", 1), new VoteRequest(new Term(50), Chain.GENESIS.id(), false));
            await("the store to begin", () -> voter.disk.begun.get() > begunBefore);

            assertThat(voter.sent).noneMatch(VoteResponse.class::isInstance);
            voter.disk.release();
            await("the vote", () -> voter.sent.contains(new VoteResponse(new Term(50), true)));
            assertThat(voter.disk.load().votedFor()).isEqualTo(Optional.of(new MemberId("m2", 1)));
        }
    }

    @Test
    void aFailedSyncIsFatalOnceAndNothingIsSentAfterIt() {
        try (TestReplicas cluster = new TestReplicas(3, LIMITS)) {
            TestReplicas.Member leader = cluster.leader();
            leader.disk.fails.set(true);

            leader.replica.propose(Chain.payload("a"), outcome -> {});
            await("the fault", () -> !leader.faults.isEmpty());
            leader.replica.close();
            int sentAtEnd = leader.sent.size();
            List<ProposalOutcome> outcomes = new ArrayList<>();
            leader.replica.propose(Chain.payload("b"), outcomes::add);

            assertThat(leader.faults).singleElement().asString().contains("writing the log", "no more disk");
            assertThat(outcomes).containsExactly(new ProposalOutcome.NotLeader(Optional.empty()));
            await("a new leader", () -> !cluster.leader().equals(leader));
            assertThat(leader.sent).hasSize(sentAtEnd);
            assertThat(leader.disk.synced())
                    .noneMatch(entry -> Chain.text(entry).equals("a"));
        }
    }

    @Test
    void anEntryThatCannotBeAppliedIsFatalAndNothingIsAppliedAfterIt() {
        try (TestReplicas alone = new TestReplicas(1, LIMITS)) {
            TestReplicas.Member leader = alone.leader();
            await("the opening entry", () -> leader.applied.size() == 1);
            leader.applyFailure = Optional.of(new IllegalStateException("sums do not agree"));

            leader.replica.propose(Chain.payload("a"), outcome -> {});
            await("the fault", () -> !leader.faults.isEmpty());
            leader.applyFailure = Optional.empty();
            leader.replica.propose(Chain.payload("b"), outcome -> {});
            leader.replica.close();

            assertThat(leader.faults).singleElement().asString().contains("applying", "sums do not agree");
            assertThat(leader.applied).hasSize(1);
        }
    }

    @Test
    void aFullQueueIsAnsweredAtOnceWithOverloaded() {
        ReplicaLimits tiny = new ReplicaLimits(16, 1_000_000, 4, 1_000, 2, 1_000, 4, 16, 1, 4);
        try (TestReplicas alone = new TestReplicas(1, tiny)) {
            TestReplicas.Member leader = alone.leader();
            await("the opening entry", () -> leader.applied.size() == 1);
            leader.disk.hold();
            leader.replica.propose(Chain.payload("0"), outcome -> {});
            await("the first entry", () -> leader.replica.status().last().index() == 2);

            AtomicInteger overloaded = new AtomicInteger();
            for (int i = 1; i <= 10; i++) {
                leader.replica.propose(Chain.payload(i + ","), outcome -> {
                    if (outcome instanceof ProposalOutcome.Overloaded) {
                        overloaded.incrementAndGet();
                    }
                });
            }

            assertThat(overloaded).hasValue(6);
            leader.disk.release();
            await("what was taken", () -> joined(leader).equals("01,2,3,4,"));
        }
    }

    @Test
    void aProposalLargerThanAnEntryIsTheCallersMistake() {
        try (TestReplicas alone = new TestReplicas(1, LIMITS)) {
            Payload large = Payload.wrap(new byte[LIMITS.batchBytesMax() + 1]);
            RaftReplica replica = alone.leader().replica;

            assertThatThrownBy(() -> replica.propose(large, outcome -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("more than");
        }
    }

    @Test
    void closingFinishesTheWritesThatWereIssuedAndAnswersEverybody() {
        TestReplicas alone = new TestReplicas(1, LIMITS);
        TestReplicas.Member leader = alone.leader();
        AtomicInteger answers = new AtomicInteger();
        for (int i = 0; i < 1_000; i++) {
            leader.replica.propose(Chain.payload("x"), outcome -> answers.incrementAndGet());
        }

        alone.close();

        assertThat(answers).hasValue(1_000);
        assertThat(leader.disk.last().index()).isEqualTo(leader.disk.synced().size());
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("khazana-"));
        assertThat(leader.faults).isEmpty();
    }

    @Test
    void everyMemberCanTellFromWhenOnAReadIsLinearizable() {
        try (TestReplicas cluster = new TestReplicas(3, LIMITS)) {
            TestReplicas.Member leader = cluster.leader();
            leader.replica.propose(Chain.payload("a"), outcome -> {});
            await("the proposal", () -> leader.appliedTexts().equals(List.of("a")));

            for (TestReplicas.Member member : cluster.members.values()) {
                await(
                        "a leader to follow",
                        () -> member.replica.status().leader().isPresent());
                List<ReadAnswer> answers = new CopyOnWriteArrayList<>();
                member.replica.readIndex(answers::add);
                await("an answer", () -> !answers.isEmpty());
                assertThat(answers).containsExactly(new ReadAnswer.Ready(2));
            }
        }
    }

    @Test
    void aReadThatNoQuorumConfirmsIsGivenUp() {
        try (TestReplicas cluster = new TestReplicas(3, LIMITS)) {
            TestReplicas.Member leader = cluster.leader();
            await("the opening entry", () -> leader.applied.size() == 1);
            List<ReadAnswer> answers = new CopyOnWriteArrayList<>();

            cluster.isLost = message -> true;
            leader.replica.readIndex(answers::add);
            await("an answer", () -> !answers.isEmpty());

            assertThat(answers)
                    .allMatch(answer -> answer instanceof ReadAnswer.TimedOut || answer instanceof ReadAnswer.NoLeader);
        }
    }

    @Test
    void aLeaderThatStopsHandsOverFirst() {
        try (TestReplicas cluster = new TestReplicas(3, LIMITS)) {
            TestReplicas.Member old = cluster.leader();
            await(
                    "everybody to follow",
                    () -> cluster.members.values().stream().allMatch(member -> member.applied.size() == 1));

            old.replica.close();

            assertThat(old.sent).anyMatch(TimeoutNow.class::isInstance);
            await(
                    "another leader",
                    () -> cluster.members.values().stream()
                            .anyMatch(member ->
                                    member != old && member.replica.status().role() == ReplicaStatus.RoleName.LEADER));
        }
    }

    @Test
    void leadershipCanBeGivenToAChosenMember() {
        try (TestReplicas cluster = new TestReplicas(3, LIMITS)) {
            TestReplicas.Member old = cluster.leader();
            TestReplicas.Member chosen = other(cluster, old);
            await("the opening entry", () -> chosen.applied.size() == 1);

            old.replica.handOver(Optional.of(chosen.id));

            await("the chosen leader", () -> chosen.replica.status().role() == ReplicaStatus.RoleName.LEADER);
        }
    }
}
