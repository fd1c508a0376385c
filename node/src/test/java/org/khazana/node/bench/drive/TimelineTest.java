package org.khazana.node.bench.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A hundred transactions a second, something happens after two seconds, and the last one is meant to begin before the fifth. */
class TimelineTest {
    private static final long MILLI = 1_000_000;
    private static final long EVERY = 10 * MILLI;
    /** A clock may have any zero. */
    private static final long START = -3_000 * MILLI;

    private static final long HAPPENED = START + 2_000 * MILLI;
    private static final long END = START + 5_000 * MILLI;

    /** How long a transaction takes that is meant to begin so many milliseconds after the start. */
    private interface Latency {
        long millis(long afterStartMillis);
    }

    @Test
    void nothingHasToComeBackThatNeverWent() {
        assertThat(recovery(after -> 5)).isEqualTo(new Recovery(5_000, OptionalLong.of(0)));
    }

    @Test
    void latencyIsBackWithTheFirstSecondThatIsAsBefore() {
        // Nobody answers for 300 ms.
        Recovery recovery = recovery(after -> after >= 2_000 && after < 2_300 ? 2_300 - after + 5 : 5);

        assertThat(recovery.p99BeforeMicros()).isEqualTo(5_000);
        // One of the hundred may take long, and another one at 2,290 does not take more than twice as long as before.
        assertThat(recovery.backAfterNanos()).hasValue(300 * MILLI);
    }

    @Test
    void oneOfAHundredMayTakeLongAndTwoMayNot() {
        assertThat(recovery(after -> after == 2_000 || after == 3_000 ? 900 : 5).backAfterNanos())
                .hasValue(0);
        assertThat(recovery(after -> after == 2_030 || after == 2_040 ? 900 : 5).backAfterNanos())
                .hasValue(50 * MILLI);
    }

    @Test
    void twiceAsLongAsBeforeIsBackAndMoreIsNot() {
        assertThat(recovery(after -> after < 2_000 ? 5 : 10).backAfterNanos()).hasValue(0);
        assertThat(recovery(after -> after < 2_000 ? 5 : 11).backAfterNanos()).isEmpty();
    }

    @Test
    void whatWasUnderWayWhenItHappenedBelongsNeitherToBeforeNorToAfter() {
        Recovery recovery = recovery(after -> after >= 1_900 && after < 2_000 ? 700 : 5);

        assertThat(recovery).isEqualTo(new Recovery(5_000, OptionalLong.of(0)));
    }

    @Test
    void aSecondInWhichNothingWasMeantToBeginIsNotBack() {
        Timeline timeline = new Timeline();
        timeline.add(START, START + 5 * MILLI);

        assertThat(timeline.recovery(HAPPENED, END).backAfterNanos()).isEmpty();
        assertThat(new Timeline().recovery(HAPPENED, END)).isEqualTo(new Recovery(0, OptionalLong.empty()));
    }

    private static Recovery recovery(Latency latency) {
        Timeline timeline = new Timeline();
        for (long at = START; at - END < 0; at += EVERY) {
            timeline.add(at, at + latency.millis((at - START) / MILLI) * MILLI);
        }
        return timeline.recovery(HAPPENED, END);
    }
}
