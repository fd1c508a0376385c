package org.khazana.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.khazana.simulation.cluster.CoreFactory;

/**
 * Many seeds. {@code -Dseeds=N} plays N of them, {@code -Dseeds.first=F} begins at F, {@code -Dseed=S} replays one.
 */
class ConsensusSimulation {
    /** Enough to meet every kind of fault many times, and little enough for every build. */
    private static final int SEEDS = 300;

    @Test
    void everySeedKeepsEveryProperty() {
        // given
        Long only = Long.getLong("seed");
        long first = only == null ? Long.getLong("seeds.first", 1) : only;
        int seeds = only == null ? Integer.getInteger("seeds", SEEDS) : 1;
        long steps = 0;
        long committed = 0;
        long acknowledged = 0;

        // when
        for (long seed = first; seed < first + seeds; seed++) {
            SeededRun.Report report = SeededRun.play(seed, CoreFactory.real());
            steps += report.steps();
            committed += report.committed();
            acknowledged += report.acknowledged();
        }

        // then
        System.out.printf(
                "seeds %d to %d: %d steps, %d entries committed, %d proposals acknowledged%n",
                first, first + seeds - 1, steps, committed, acknowledged);
        assertThat(committed).as("runs in which nothing happens prove nothing").isGreaterThan(10L * seeds);
        assertThat(acknowledged).isGreaterThanOrEqualTo(3L * seeds);
    }
}
