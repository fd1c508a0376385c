package org.khazana.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.khazana.simulation.cluster.CoreFactory;

/**
 * Many seeds. {@code -Dseeds=N} plays N of them, {@code -Dseeds.first=F} begins at F, {@code -Dseed=S} replays one.
 */
class ConsensusSimulation {
    /** Enough to meet every kind of fault many times, and little enough for every build. */
    private static final int SEEDS = 600;

    @Test
    void everySeedKeepsEveryProperty() {
        // given
        Long only = Long.getLong("seed");
        long first = only == null ? Long.getLong("seeds.first", 1) : only;
        int seeds = only == null ? Integer.getInteger("seeds", SEEDS) : 1;

        // when
        SeedSweep.Summary summary = SeedSweep.play(first, seeds, seed -> SeededRun.play(seed, CoreFactory.real()));

        // then
        System.out.printf(
                "seeds %d to %d: %d steps, %d entries committed, %d proposals acknowledged, "
                        + "%d ledgers with %d transactions carried out; %.1f seeds/s%n",
                first,
                first + seeds - 1,
                summary.steps(),
                summary.committed(),
                summary.acknowledged(),
                summary.ledgers(),
                summary.effects(),
                summary.seedsPerSecond());
        assertThat(summary.committed())
                .as("runs in which nothing happens prove nothing")
                .isGreaterThan(10L * seeds);
        assertThat(summary.effects()).isGreaterThanOrEqualTo(10L * summary.ledgers());
        assertThat(summary.acknowledged()).isGreaterThanOrEqualTo(3L * seeds);
    }
}
