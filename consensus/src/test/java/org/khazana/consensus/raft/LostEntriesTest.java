package org.khazana.consensus.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.consensus.raft.TestCluster.id;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.PreVoteRequest;
import org.khazana.consensus.message.PreVoteResponse;
import org.khazana.consensus.message.SnapshotOffer;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;

class LostEntriesTest {
    private final TestCluster cluster = new TestCluster(3);

    /** m3's disk loses everything from {@code index} on, and its storage noticed when it started again. */
    private TestMember damage(int number, long index) {
        TestMember member = cluster.member(number);
        member.log.damageFrom(index);
        member.vote = member.vote.recovering();
        member.crashAndRestart();
        return member;
    }

    @Test
    void aRecoveringMemberGrantsNoVoteAndNeverStands() {
        TestMember leader = cluster.elect(1);
        cluster.propose(leader, "a");
        cluster.run(100);
        TestMember damaged = damage(3, 1);
        Term next = damaged.status().term().next();
        EntryId last = leader.status().last();
        cluster.isolate(1);
        cluster.run(3_000);

        assertThat(cluster.newestLeader().filter(member -> !member.id.equals(id(1))))
                .isEmpty();
        assertThat(damaged.status().isRecovering()).isTrue();
        assertThat(cluster.delivered.stream()
                        .filter(sent -> sent.from().equals(id(3)))
                        .map(sent -> sent.outgoing().message()))
                .noneMatch(message -> message instanceof PreVoteResponse response
                        && response.granted()
                        && response.term().equals(next));

        cluster.delivered.clear();
        damaged.step(cluster.nowMillis, new Input.Received(id(2), new PreVoteRequest(new Term(99), last, 1)));
        damaged.step(cluster.nowMillis, new Input.Received(id(2), new VoteRequest(new Term(99), last, false)));
        assertThat(damaged.takeMessage().orElseThrow().message())
                .isInstanceOfSatisfying(
                        PreVoteResponse.class,
                        answer -> assertThat(answer.granted()).isFalse());
        assertThat(damaged.takeMessage().orElseThrow().message()).isEqualTo(new VoteResponse(new Term(99), false));
    }

    @Test
    void whatARecoveringMemberHoldsDoesNotCountForACommit() {
        TestMember leader = cluster.elect(1);
        cluster.propose(leader, "a");
        cluster.run(100);
        cluster.isolate(2);
        damage(3, 1);

        cluster.propose(leader, "b");
        cluster.run(300);

        assertThat(leader.appliedTexts()).containsExactly("a");
        assertThat(cluster.member(3).status().last()).isEqualTo(leader.status().last());
        assertThat(cluster.member(3).status().isRecovering()).isTrue();
    }

    @Test
    void itIsWholeAgainOnceItHoldsWhatWasAgreedOnWithoutIt() {
        TestMember leader = cluster.elect(1);
        cluster.propose(leader, "a");
        cluster.run(100);
        TestMember damaged = damage(3, 1);

        cluster.run(300);

        assertThat(damaged.status().isRecovering()).isFalse();
        assertThat(damaged.vote.isRecovering()).isFalse();
        assertThat(damaged.events.stream().filter(RaftEvent.Recovered.class::isInstance))
                .hasSize(1);
        cluster.isolate(2);
        cluster.propose(leader, "b");
        assertThat(leader.appliedTexts()).containsExactly("a", "b");
    }

    @Test
    void theLossIsNotForgottenByAnotherRestart() {
        TestMember leader = cluster.elect(1);
        cluster.propose(leader, "a");
        cluster.run(100);
        cluster.isolate(3);
        TestMember damaged = damage(3, 1);
        cluster.run(1_000);

        damaged.crashAndRestart();

        assertThat(damaged.status().isRecovering()).isTrue();
    }

    @Test
    void anAcknowledgementFromBeforeTheLossDoesNotCountAfterIt() {
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        cluster.isolate(2);
        cluster.isLost = sent -> sent.from().equals(id(3)) && sent.outgoing().message() instanceof AppendResponse;
        cluster.propose(leader, "a");
        long round = cluster.delivered.size(); // no earlier answer can carry more
        TestMember damaged = damage(3, 1);
        cluster.heal();
        cluster.isolate(2);
        cluster.run(60);
        assertThat(leader.events.stream().filter(RaftEvent.FollowerRecovers.class::isInstance))
                .hasSize(1);

        for (long late = 1; late <= round; late++) {
            leader.step(
                    cluster.nowMillis,
                    new Input.Received(
                            id(3), new AppendResponse.Accepted(leader.status().term(), 2, 0, Math.min(late, 3))));
        }

        assertThat(leader.appliedTexts()).isEmpty();
        assertThat(damaged.status().isRecovering()).isTrue();
    }

    @Test
    void aFollowerThatDeniesWhatItHadAcknowledgedIsNoLongerCounted() {
        TestMember leader = cluster.elect(1);
        cluster.propose(leader, "a");
        cluster.run(100);
        TestMember setBack = cluster.member(3);
        setBack.log.damageFrom(1);
        setBack.appliedIndex = 0;
        setBack.applied.clear();
        setBack.crashAndRestart(); // an old image of its disk: nothing tells it of the loss
        cluster.run(200);

        cluster.isolate(2);
        cluster.propose(leader, "b");
        cluster.run(200);

        assertThat(leader.events.stream().filter(RaftEvent.FollowerForgot.class::isInstance))
                .hasSize(1);
        assertThat(leader.appliedTexts()).containsExactly("a");
    }

    @Test
    void aReadmissionOfAnEarlierRecoveryEndsNoLaterOne() {
        TestMember leader = cluster.elect(1);
        cluster.propose(leader, "a");
        cluster.run(100);
        damage(3, 1);
        cluster.run(300);
        List<TestCluster.Sent> readmissions = cluster.delivered.stream()
                .filter(sent -> sent.to().equals(id(3))
                        && sent.outgoing().message() instanceof AppendRequest append
                        && append.readmission().isPresent())
                .toList();
        cluster.propose(leader, "b");
        cluster.run(100);
        cluster.isolate(3);

        TestMember damagedAgain = damage(3, 3); // "b", which it had acknowledged, is gone
        damagedAgain.step(cluster.nowMillis, new Input.Tick());
        readmissions.forEach(sent -> damagedAgain.step(
                cluster.nowMillis, new Input.Received(id(1), sent.outgoing().message())));

        assertThat(readmissions).isNotEmpty();
        assertThat(damagedAgain.status().isRecovering()).isTrue();
    }

    /**
     * m1 led once and held entries that were cut again, for others; then the mark of that cut was lost, with all that came
     * after it.
     */
    private TestMember withEntriesThatWereCut(int cut, Runnable afterwards) {
        TestMember old = cluster.elect(1);
        cluster.run(100);
        cluster.isolate(1);
        for (int i = 0; i < cut; i++) {
            cluster.propose(old, "never");
        }
        List<LogEntry> before = old.log.synced();
        TestMember leader = cluster.elect(2);
        cluster.heal();
        for (int i = 0; i < 8; i++) {
            cluster.propose(leader, "e" + i);
            cluster.run(50);
        }
        assertThat(old.appliedTexts()).hasSize(8);
        afterwards.run();
        old.log.damageFrom(1);
        old.log.append(before);
        old.log.sync();
        old.vote = old.vote.recovering();
        old.events.clear();
        old.crashAndRestart();
        return old;
    }

    private void assertThatItBecomesWhole(TestMember damaged) {
        cluster.run(500);

        assertThat(damaged.events).noneMatch(RaftEvent.Protested.class::isInstance);
        assertThat(damaged.status().isRecovering()).isFalse();
        assertThat(damaged.status().last()).isEqualTo(cluster.member(2).status().last());
        cluster.propose(cluster.member(2), "more");
        cluster.run(100);
        assertThat(damaged.appliedTexts()).hasSize(9).last().isEqualTo("more");
    }

    @Test
    void entriesThatCameBackGiveWayToThoseThatWereAppliedInTheirPlaces() {
        for (int cut : new int[] {3, 20}) {
            new LostEntriesTest().cutEntriesGiveWay(cut);
        }
    }

    private void cutEntriesGiveWay(int cut) {
        assertThatItBecomesWhole(withEntriesThatWereCut(cut, () -> {}));
    }

    @Test
    void entriesThatCameBackGiveWayToASnapshotToo() {
        TestMember damaged = withEntriesThatWereCut(20, () -> cluster.member(2).takeSnapshot(cluster.nowMillis));
        assertThat(cluster.member(2).status().baseIndex()).isGreaterThan(1);

        assertThatItBecomesWhole(damaged);
    }

    @Test
    void aRecoveringMemberForgetsNothingOfALogThatMayBeWrong() {
        TestMember damaged = withEntriesThatWereCut(20, () -> {});

        damaged.takeSnapshot(cluster.nowMillis);

        assertThat(damaged.status().baseIndex()).isZero();
    }

    /** What it lacked when it was offered came on another way before. */
    @Test
    void aFollowerThatNeedsNoSnapshotAnyMoreIsStillCounted() {
        TestMember leader = cluster.elect(1);
        cluster.propose(leader, "a");
        cluster.run(100);
        EntryMetadata held = leader.log.last();
        long round = cluster.delivered.stream()
                .flatMap(sent -> sent.outgoing().message() instanceof AppendRequest append
                        ? Stream.of(append.round())
                        : Stream.empty())
                .max(Long::compare)
                .orElseThrow();
        Configuration configuration = leader.status().membership().configuration();
        SnapshotOffer offer = new SnapshotOffer(leader.status().term(), held, configuration, round);
        cluster.delivered.clear();

        cluster.member(3).step(cluster.nowMillis, new Input.Received(id(1), offer));
        cluster.settle();

        assertThat(cluster.delivered)
                .anyMatch(sent -> sent.outgoing().message() instanceof AppendResponse.Rejected rejected
                        && rejected.hint().equals(held.id()));
        assertThat(leader.events).noneMatch(RaftEvent.FollowerForgot.class::isInstance);
        cluster.isolate(2);
        cluster.propose(leader, "b");
        assertThat(leader.appliedTexts()).containsExactly("a", "b");
    }

    @Test
    void theSoleVoterThatLostEntriesStaysDown() {
        TestCluster alone = new TestCluster(1);
        TestMember leader = alone.electLeader();
        alone.propose(leader, "a");
        leader.log.damageFrom(2);
        leader.vote = leader.vote.recovering();
        leader.crashAndRestart();

        alone.run(3_000);

        assertThat(leader.leads()).isFalse();
    }
}
