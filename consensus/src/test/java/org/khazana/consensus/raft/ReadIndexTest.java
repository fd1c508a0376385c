package org.khazana.consensus.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.consensus.raft.TestCluster.id;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.ReadId;
import org.khazana.consensus.message.ReadIndexResponse;

class ReadIndexTest {
    private final TestCluster cluster = new TestCluster(3);

    private static ReadId read(long number) {
        return new ReadId(9, number);
    }

    private void ask(TestMember member, long number) {
        member.step(cluster.nowMillis, new Input.Read(read(number)));
    }

    @Test
    void aReadAtTheLeaderIsReadyWhenAQuorumHasAnsweredAMessageSentAfterIt() {
        TestMember leader = cluster.elect(1);
        cluster.propose(leader, "a");
        cluster.run(100);

        ask(leader, 1);
        assertThat(leader.reads).isEmpty();

        cluster.settle();
        assertThat(leader.reads).containsExactly(new ReadOutcome.Ready(read(1), 2));
    }

    @Test
    void aLeaderThatLostItsQuorumAnswersNoRead() {
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        cluster.isolate(1);

        ask(leader, 1);
        cluster.run(400);
        assertThat(leader.reads).isEmpty();

        cluster.run(2_000);
        assertThat(leader.reads).containsExactly(new ReadOutcome.NoLeader(read(1), Optional.empty()));
    }

    @Test
    void anAnswerToAnEarlierMessageVouchesForNoLaterRead() {
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        List<AppendResponse> late = cluster.delivered.stream()
                .map(sent -> sent.outgoing().message())
                .filter(AppendResponse.class::isInstance)
                .map(AppendResponse.class::cast)
                .toList();
        cluster.isolate(1);

        ask(leader, 1);
        late.forEach(response -> leader.step(cluster.nowMillis, new Input.Received(id(2), response)));

        assertThat(late).isNotEmpty();
        assertThat(leader.reads).isEmpty();
    }

    @Test
    void aReadWaitsUntilTheLeaderHasCommittedAnEntryOfItsOwnTerm() {
        cluster.isLost = sent -> sent.outgoing().message() instanceof AppendResponse.Accepted;
        TestMember leader = cluster.elect(1);

        ask(leader, 1);
        cluster.run(200);
        assertThat(leader.reads).isEmpty();

        cluster.heal();
        cluster.run(200);
        assertThat(leader.reads).containsExactly(new ReadOutcome.Ready(read(1), 1));
    }

    @Test
    void aFollowerAsksTheLeader() {
        TestMember leader = cluster.elect(1);
        cluster.propose(leader, "a");
        cluster.run(100);

        ask(cluster.member(2), 4);
        cluster.settle();

        assertThat(cluster.member(2).reads).containsExactly(new ReadOutcome.Ready(read(4), 2));
    }

    @Test
    void anAnswerOfAnEarlierTermIsIgnored() {
        TestMember leader = cluster.elect(1);
        ReadIndexResponse late = new ReadIndexResponse(leader.status().term(), read(1), 1);
        cluster.isolate(1);
        TestMember next = cluster.elect(2);

        next.step(cluster.nowMillis, new Input.Received(id(1), late));

        assertThat(next.reads).isEmpty();
    }

    @Test
    void whoKnowsNoLeaderSaysSo() {
        ask(cluster.member(2), 1);
        assertThat(cluster.member(2).reads).containsExactly(new ReadOutcome.NoLeader(read(1), Optional.empty()));
    }

    @Test
    void readsBeyondTheBoundAreRefusedAndTheOthersAnswered() {
        TestMember leader = cluster.elect(1);
        cluster.run(100);
        cluster.isolate(1);

        for (int number = 1; number <= 9; number++) {
            ask(leader, number);
        }
        assertThat(leader.reads).containsExactly(new ReadOutcome.Overloaded(read(9)));

        cluster.heal();
        cluster.run(100);
        assertThat(leader.reads).hasSize(9);
    }

    @Test
    void aSingleVoterAnswersAtOnce() {
        TestCluster alone = new TestCluster(1);
        TestMember leader = alone.electLeader();

        leader.step(alone.nowMillis, new Input.Read(read(1)));

        assertThat(leader.reads).containsExactly(new ReadOutcome.Ready(read(1), 1));
    }
}
