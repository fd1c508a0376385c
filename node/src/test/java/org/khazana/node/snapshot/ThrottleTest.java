package org.khazana.node.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ThrottleTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong(-5);
    private final Throttle throttle = new Throttle(1_000, clock::get);

    @Test
    void afterAPauseAQuarterOfASecondsWorthGoesAtOnceAndTheRestWaits() {
        assertThat(throttle.takeAndTellWait(100)).isZero();
        assertThat(throttle.takeAndTellWait(150)).isZero();
        assertThat(throttle.takeAndTellWait(100)).isZero();
        assertThat(throttle.takeAndTellWait(100)).isEqualTo(SECOND / 10);
        assertThat(throttle.takeAndTellWait(100)).isEqualTo(SECOND / 5);
    }

    @Test
    void inTheLongRunNoMoreGoesThroughThanTheRate() {
        long bytes = 0;
        while (clock.get() < 60 * SECOND) {
            clock.addAndGet(throttle.takeAndTellWait(70));
            bytes += 70;
        }

        assertThat(bytes).isBetween(60_000L, 60_000L + 250 + 2 * 70);
    }

    @Test
    void aLongPauseSavesUpNoMoreThanAShortOne() {
        clock.addAndGet(1_000 * SECOND);

        assertThat(throttle.takeAndTellWait(250)).isZero();
        assertThat(throttle.takeAndTellWait(1)).isZero();
        assertThat(throttle.takeAndTellWait(1)).isPositive();
    }
}
