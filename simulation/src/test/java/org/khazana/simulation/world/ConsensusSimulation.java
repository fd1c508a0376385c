package org.khazana.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.disk.StorageFactory;

/**
 * Many seeds, fresh each time: a build may fail that passed yesterday, and its message says how to see it again.
 * {@code -Dseeds=N} plays N of them, {@code -DfirstSeed=F} begins at F, {@code -Dseed=S} replays one and tells its story.
 */
class ConsensusSimulation {
    /** Enough to meet every kind of fault many times, and little enough for every build. */
    private static final int SEEDS = 800;

    @Test
    @DisabledIfSystemProperty(named = "seed", matches = ".+", disabledReason = "one seed is replayed")
    void everySeedKeepsEveryProperty() {
        // given
        SeedRange seeds = SeedRange.fromProperties("seeds", SEEDS);
        System.out.println("plays " + seeds);

        // when
        SeedSweep.Summary summary = SeedSweep.play(seeds, seed -> SeededRun.play(seed, CoreFactory.real()));

        // then
        System.out.println(seeds + ": " + summary);
        assertThat(summary.committed())
                .as("runs in which nothing happens prove nothing")
                .isGreaterThan(10L * seeds.count());
        assertThat(summary.reached().undecided())
                .as("histories of clients whose check was given up")
                .isLessThanOrEqualTo(seeds.count() / 50);
        assertThat(summary.effects()).isGreaterThanOrEqualTo(10L * summary.ledgers());
        assertThat(summary.acknowledged()).isGreaterThanOrEqualTo(3L * seeds.count());
    }

    @Test
    @EnabledIfSystemProperty(named = "seed", matches = ".+", disabledReason = "no seed is named to be replayed")
    void theSeedThatIsNamedKeepsEveryProperty() {
        SeedReplay.fromProperties().play(CoreFactory.real(), StorageFactory.inMemory());
    }
}
