package org.khazana.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.raft.RaftEvent;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.disk.StorageFactory;

class SequenceChartTest {
    private static final MemberId M1 = new MemberId("m1", 1);
    private static final MemberId M2 = new MemberId("m2", 1);
    private static final MemberId M3 = new MemberId("m3", 1);
    private static final EntryId OPENING = new EntryId(new Term(2), 1);

    @Test
    void everyMemberHasAColumnAndEveryMessageAnArrow() {
        // given
        SequenceChart chart = new SequenceChart(new Lanes());

        // when
        List.of(M1, M2, M3).forEach(member -> chart.add(0, new TraceEvent.Started(member, OPENING)));
        chart.add(1_500, new TraceEvent.Arrived(M1, M3, new VoteResponse(new Term(2), true)));
        chart.add(2_000, new TraceEvent.Dropped(M3, M2, new VoteResponse(new Term(2), false)));
        chart.add(2_500, new TraceEvent.Happened(M3, new RaftEvent.BecameLeader(new Term(2), OPENING)));
        chart.add(3_000, new TraceEvent.Committed(M3, OPENING));
        chart.add(4_000, new TraceEvent.Crashed(M2, 1, OPENING));
        chart.add(5_000, new TraceEvent.Changed("everything is quiet"));

        // then
        assertThat(chart.toString().lines().skip(2).map(String::stripTrailing))
                .containsExactly(
                        "       0.000   |      o     m2 starts, its log ends with 1@2",
                        "       0.000   |      |      o     m3 starts, its log ends with 1@2",
                        "       1.500   |------------>|     m1 to m3: vote granted term 2",
                        "       2.000   |      |<x----|     m3 to m2, lost: vote refused term 2",
                        "       2.500   |      |      *     m3 leads term 2, opens with 1@2",
                        "       3.000   |      |      C     m3 commits through 1@2",
                        "       4.000   |      X      #     m2 crashes with 1 writes unfinished after 1@2",
                        "       5.000   |             #     everything is quiet");
    }

    @Test
    void aBoundedTraceStillKnowsWhoIsDownAndWhoLeads() {
        // given
        Trace trace = new Trace();
        trace.keep(1);

        // when
        trace.tell(0, new TraceEvent.Started(M1, OPENING));
        trace.tell(1, new TraceEvent.Started(M2, OPENING));
        trace.tell(2, new TraceEvent.Happened(M1, new RaftEvent.BecameLeader(new Term(2), OPENING)));
        trace.tell(3, new TraceEvent.Crashed(M2, 0, OPENING));
        trace.tell(4, new TraceEvent.Changed("now"));

        // then
        assertThat(trace.chart().lines().map(String::stripTrailing))
                .containsExactly(
                        "4 events before these", "ms             m1     m2", "       0.004   #            now");
    }

    @Test
    void aFailureTellsItsLastEventsAndHowToSeeItAgain() {
        // given
        CoreFactory broken = origin -> {
            throw new IllegalStateException("broken on purpose");
        };

        // when
        SeededRun.Replay replay = SeededRun.replay(7, broken, StorageFactory.inMemory(), 10);

        // then
        Optional<String> message = replay.failure().map(Throwable::getMessage);
        assertThat(message)
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("seed 7: NO_FAULT", "broken on purpose", "-Dseed=7", "regression-seeds.txt"));
    }
}
