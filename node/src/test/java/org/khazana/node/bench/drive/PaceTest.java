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

        while (!pace.isOver(START + 2_000 * MILLI)) {
            intended.add(pace.begin(START + 2_000 * MILLI) - START);
        }

        assertThat(intended).containsExactly(0L, 333_333_333L, 666_666_666L);
    }

    @Test
    void anOpenLoopBeginsNothingTooEarlyAndNoMoreThanItMay() {
        OpenLoop pace = new OpenLoop(START, 1_000 * MILLI, 100, 2);

        assertThat(pace.isDue(START, 0)).isTrue();
        pace.begin(START);
        assertThat(pace.isDue(START + 9 * MILLI, 1)).isFalse();
        assertThat(pace.nanosUntilDue(START + 9 * MILLI)).isEqualTo(MILLI);
        assertThat(pace.isDue(START + 10 * MILLI, 1)).isTrue();
        assertThat(pace.isDue(START + 10 * MILLI, 2)).isFalse();
        assertThat(pace.overdue(START + 35 * MILLI)).isEqualTo(3);
        assertThat(pace.overdue(START + 5_000 * MILLI)).isEqualTo(pace.planned() - 1);
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
    void aClosedLoopKeepsItsCallersBusyUntilTheTimeIsOver() {
        ClosedLoop pace = new ClosedLoop(START, 1_000 * MILLI, 2);

        assertThat(pace.isDue(START, 1)).isTrue();
        assertThat(pace.isDue(START, 2)).isFalse();
        assertThat(pace.begin(START + 7)).isEqualTo(START + 7);
        assertThat(pace.isDue(pace.endNanos() - 1, 0)).isTrue();
        assertThat(pace.isDue(pace.endNanos(), 0)).isFalse();
        assertThat(pace.isOver(pace.endNanos())).isTrue();
    }

    private static long justBeforeItTurns() {
        return Long.MAX_VALUE - 300 * MILLI;
    }

    /** One connection; each answer takes a millisecond, the first one a second. */
    private static Percentiles latenciesWithOneStall(Pace pace) {
        Latencies latencies = new Latencies();
        long nowNanos = START;
        long answerNanos = STALL;
        while (!pace.isOver(nowNanos)) {
            nowNanos += pace.nanosUntilDue(nowNanos) * (pace.isDue(nowNanos, 0) ? 0 : 1);
            long intendedNanos = pace.begin(nowNanos);
            nowNanos += answerNanos;
            answerNanos = MILLI;
            latencies.record(intendedNanos, nowNanos);
        }
        return latencies.percentiles();
    }
}
