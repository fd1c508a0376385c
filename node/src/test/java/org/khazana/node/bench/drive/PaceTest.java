package org.khazana.node.bench.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Over a clock that is only counted: nothing here waits. */
class PaceTest {
    private static final long MILLI = 1_000_000;
    /** The clock passes the greatest number meanwhile. */
    private static final long START = justBeforeItTurns();

    private static final long STALL = 1_000 * MILLI;

    @Test
    void anOpenLoopMeansRequestsToBeginAtEvenTimesWhateverIsAnswered() {
        OpenLoop pace = new OpenLoop(START, 1_000 * MILLI, 3, 8);
        List<Long> intended = new ArrayList<>();

        while (pace.nanosUntilDue(START + 2_000 * MILLI) != Pace.NEVER) {
            intended.add(pace.begin(START + 2_000 * MILLI) - START);
        }

        assertThat(intended).containsExactly(0L, 333_333_333L, 666_666_666L);
    }

    @Test
    void anOpenLoopBeginsNothingTooEarlyAndTellsWhatIsOverdue() {
        OpenLoop pace = new OpenLoop(START, 1_000 * MILLI, 100, 2);

        assertThat(pace.nanosUntilDue(START)).isZero();
        pace.begin(START);
        assertThat(pace.nanosUntilDue(START + 9 * MILLI)).isEqualTo(MILLI);
        assertThat(pace.nanosUntilDue(START + 10 * MILLI)).isZero();
        assertThat(pace.overdue(START + 35 * MILLI)).isEqualTo(3);
        assertThat(pace.overdue(START + 5_000 * MILLI)).isEqualTo(99);
    }

    @Test
    void aSecondWithoutAnswersShowsInAllRequestsThatItHeldUpInAnOpenLoop() {
        Percentiles open = latenciesWithOneStall(new OpenLoop(START, 10_000 * MILLI, 100, 1));

        // Request i is meant for 10 i and answered at 1,000 + i milliseconds, until that has caught up.
        assertThat(open.count()).isEqualTo(1_000);
        assertThat(open.p50Micros()).isEqualTo(1_000);
        assertThat(open.p99Micros()).isBetween(910_000L, 911_000L);
        assertThat(open.p999Micros()).isBetween(991_000L, 992_000L);
        assertThat(open.maxMicros()).isBetween(1_000_000L, 1_001_000L);
    }

    @Test
    void theSameSecondShowsInOneRequestOnlyInAClosedLoop() {
        Percentiles closed = latenciesWithOneStall(new ClosedLoop(START, 10_000 * MILLI, 1));

        assertThat(closed.count()).isEqualTo(9_001);
        assertThat(closed.p999Micros()).isEqualTo(1_000);
        assertThat(closed.maxMicros()).isBetween(1_000_000L, 1_001_000L);
    }

    @Test
    void aClosedLoopIsAlwaysDueUntilTheTimeIsOver() {
        ClosedLoop pace = new ClosedLoop(START, 1_000 * MILLI, 2);

        assertThat(pace.begin(START + 7)).isEqualTo(START + 7);
        assertThat(pace.nanosUntilDue(pace.endNanos() - 1)).isZero();
        assertThat(pace.nanosUntilDue(pace.endNanos())).isEqualTo(Pace.NEVER);
    }

    private static long justBeforeItTurns() {
        return Long.MAX_VALUE - 300 * MILLI;
    }

    /** One connection; each answer takes a millisecond, the first one a second. */
    private static Percentiles latenciesWithOneStall(Pace pace) {
        Latencies latencies = new Latencies();
        long nowNanos = START;
        long answerNanos = STALL;
        while (pace.nanosUntilDue(nowNanos) != Pace.NEVER) {
            nowNanos += pace.nanosUntilDue(nowNanos);
            long intendedNanos = pace.begin(nowNanos);
            nowNanos += answerNanos;
            answerNanos = MILLI;
            latencies.record(intendedNanos, nowNanos);
        }
        return latencies.percentiles();
    }
}
