package org.khazana.node.bench.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MinutesTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final long START = Long.MAX_VALUE - 5 * SECOND; // times may wrap
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
        assertThat(first.latencies().get(Request.Kind.READ).count()).isEqualTo(1);
        assertThat(first.latencies().get(Request.Kind.READ).maxMicros()).isBetween(999_000L, 1_000_000L);
        assertThat(minutes.next(START + 119 * SECOND)).isEmpty();
        assertThat(minutes.next(START + 120 * SECOND).orElseThrow().latencies().get(Request.Kind.READ).count())
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
        assertThat(last.latencies().get(Request.Kind.READ).count()).isEqualTo(1);
        assertThat(minutes.next(START + 200 * SECOND)).isEmpty();
    }

    @Test
    void readsAreNotAccepted() {
        answer(START, START + SECOND);

        assertThat(minutes.next(START + 60 * SECOND).orElseThrow().acceptedPerSecond()).isZero();
        assertThat(new Minute(1, 60, 120, Map.of()).acceptedPerSecond()).isEqualTo(2);
    }

    private void answer(long intendedNanos, long nowNanos) {
        minutes.succeeded(new Attempt(READ, intendedNanos), nowNanos);
    }
}
