package org.khazana.node.bench.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MinutesTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final long START = Long.parseLong("9223372036854770000"); // soon wraps
    private static final Request READ = Request.read("/v1/accounts/1/positions");

    private final Minutes minutes = new Minutes(START, START + 150 * SECOND);

    @Test
    void aMinuteTellsWhatWasAnsweredInItWheneverItWasAsked() {
        answer(START + 59 * SECOND, START + 60 * SECOND - MILLI);
        answer(START + 59 * SECOND, START + 60 * SECOND);

        Minute first = minutes.next(START + 60 * SECOND).orElseThrow();

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.seconds()).isEqualTo(60);
        assertThat(first.latencies()).containsOnlyKeys(Request.Kind.READ);
        assertThat(reads(first).count()).isEqualTo(1);
        assertThat(reads(first).maxMicros()).isBetween(999_000L, 1_000_000L);
        assertThat(minutes.next(START + 119 * SECOND)).isEmpty();
        assertThat(reads(minutes.next(START + 120 * SECOND).orElseThrow()).count())
                .isEqualTo(1);
    }

    @Test
    void theLastMinuteEndsWithTheTimeAndWhatComesLaterIsInNone() {
        answer(START, START + 150 * SECOND - MILLI);
        answer(START, START + 150 * SECOND);

        assertThat(minutes.next(START + 200 * SECOND).orElseThrow().latencies()).isEmpty();
        assertThat(minutes.next(START + 200 * SECOND).orElseThrow().number()).isEqualTo(2);
        Minute last = minutes.next(START + 200 * SECOND).orElseThrow();
        assertThat(last.number()).isEqualTo(3);
        assertThat(last.seconds()).isEqualTo(30);
        assertThat(reads(last).count()).isEqualTo(1);
        assertThat(minutes.next(START + 200 * SECOND)).isEmpty();
    }

    @Test
    void readsAreNotAccepted() {
        answer(START, START + SECOND);

        assertThat(minutes.next(START + 60 * SECOND).orElseThrow().acceptedPerSecond())
                .isZero();
        assertThat(new Minute(1, 60, 120, Map.of()).acceptedPerSecond()).isEqualTo(2);
    }

    private static Percentiles reads(Minute minute) {
        return minute.latencies().getOrDefault(Request.Kind.READ, Percentiles.NONE);
    }

    private void answer(long intendedNanos, long nowNanos) {
        minutes.succeeded(new Attempt(READ, intendedNanos), nowNanos);
    }
}
