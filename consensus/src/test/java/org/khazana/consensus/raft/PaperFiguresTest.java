package org.khazana.consensus.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.consensus.raft.TestCluster.id;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.message.AppendResponse;

class PaperFiguresTest {
    private static final List<LogEntry> LEADER = Chain.ofTerms(1, 1, 1, 4, 4, 5, 5, 6, 6, 6);

    /** The followers (a) to (f) of Figure 7; what they share with the leader is the same, what they have more is not. */
    static List<List<LogEntry>> logsOfFigure7() {
        List<LogEntry> first = LEADER.subList(0, 3);
        return List.of(
                LEADER.subList(0, 9),
                LEADER.subList(0, 4),
                Chain.extend(LEADER, 6),
                Chain.extend(LEADER, 7, 7),
                Chain.extend(LEADER.subList(0, 5), 4, 4),
                Chain.extend(first, 2, 2, 2, 3, 3, 3, 3, 3));
    }

    @ParameterizedTest
    @MethodSource("logsOfFigure7")
    @DisplayName("Raft §5.3, Figure 7: a new leader makes every log like its own")
    void aNewLeaderEqualisesADivergentLog(List<LogEntry> divergent) {
        TestCluster cluster = new TestCluster(3);
        replace(cluster, 1, 7, LEADER);
        replace(cluster, 2, 7, LEADER);
        replace(cluster, 3, 7, divergent);

        cluster.elect(1);
        cluster.run(200);

        List<LogEntry> expected = cluster.member(1).log.synced();
        assertThat(expected).hasSize(11).startsWith(LEADER.toArray(new LogEntry[0]));
        assertThat(cluster.members)
                .allSatisfy(member -> assertThat(member.log.synced()).isEqualTo(expected))
                .allSatisfy(member -> assertThat(member.applied).isEqualTo(expected));
    }

    private static void replace(TestCluster cluster, int number, long term, List<LogEntry> entries) {
        HardState stored = new HardState(new Term(term), Optional.empty(), false);
        cluster.members.set(
                number - 1,
                new TestMember(
                        id(number),
                        TestCluster.majorityOf(cluster.members.size()),
                        TestCluster.SETTINGS,
                        stored,
                        entries));
    }

    @Test
    @DisplayName("Raft §5.4.2, Figure 8: an entry of an earlier term is not committed by counting its copies")
    void anOldEntryOnAMajorityIsNotCommittedUntilAnOwnOneIs() {
        TestCluster cluster = new TestCluster(5);
        List<LogEntry> old = Chain.ofTerms(1, 2);
        replace(cluster, 1, 4, old);
        replace(cluster, 2, 4, old);
        replace(cluster, 3, 4, old);
        replace(cluster, 4, 4, old.subList(0, 1));
        replace(cluster, 5, 4, old.subList(0, 1));
        // The leader learns that the old entry is everywhere, but none of its own entries gets through.
        cluster.isLost = sent ->
                sent.outgoing().message() instanceof AppendResponse.Accepted accepted && accepted.matchIndex() > 2;

        TestMember leader = cluster.elect(1);
        cluster.run(400);
        assertThat(leader.status().followers()).allMatch(follower -> follower.matchIndex() <= 2);
        assertThat(leader.status().commitIndex()).isZero();

        cluster.heal();
        cluster.run(400);
        assertThat(leader.status().commitIndex()).isEqualTo(3);
    }
}
