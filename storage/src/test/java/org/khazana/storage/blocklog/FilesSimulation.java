package org.khazana.storage.blocklog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.disk.StorageFactory;
import org.khazana.simulation.world.SeedSweep;
import org.khazana.simulation.world.SeededRun;

/**
 * The simulated cluster over the real file formats. {@code -Dstorage.seeds=N} plays N seeds, {@code -Dseeds.first=F}
 * begins at F, {@code -Dseed=S} replays one.
 */
class FilesSimulation {
    private static final int SEEDS = 30;

    @Test
    void everySeedKeepsEveryPropertyOverTheRealFiles() {
        // given
        StorageFactory files = (member, founding) -> new FilesInMemory(founding);
        Long only = Long.getLong("seed");
        long first = only == null ? Long.getLong("seeds.first", 1) : only;
        int seeds = only == null ? Integer.getInteger("storage.seeds", SEEDS) : 1;

        // when
        SeedSweep.Summary summary =
                SeedSweep.play(first, seeds, seed -> SeededRun.play(seed, CoreFactory.real(), files));

        // then
        System.out.printf(
                "seeds %d to %d over real files: %d steps, %d entries committed; %.1f seeds/s%n",
                first, first + seeds - 1, summary.steps(), summary.committed(), summary.seedsPerSecond());
        assertThat(summary.committed())
                .as("runs in which nothing happens prove nothing")
                .isGreaterThan(10L * seeds);
    }
}
