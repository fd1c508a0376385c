package org.khazana.storage.blocklog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.disk.StorageFactory;
import org.khazana.simulation.world.SeedRange;
import org.khazana.simulation.world.SeedReplay;
import org.khazana.simulation.world.SeedSweep;
import org.khazana.simulation.world.SeededRun;

/**
 * The simulated cluster over the real file formats. Fresh seeds each time; {@code -Dstorage.seeds=N} plays N of them,
 * {@code -DfirstSeed=F} begins at F, and {@code -Dseed=S} replays one and tells its story.
 */
class FilesSimulation {
    private static final int SEEDS = 30;
    private static final StorageFactory FILES = new FilesInMemory.Factory();

    @Test
    @DisabledIfSystemProperty(named = "seed", matches = ".+", disabledReason = "one seed is replayed")
    void everySeedKeepsEveryPropertyOverTheRealFiles() {
        // given
        SeedRange seeds = SeedRange.fromProperties("storage.seeds", SEEDS);
        System.out.println("plays over the real files " + seeds);

        // when
        SeedSweep.Summary summary = SeedSweep.play(seeds, seed -> SeededRun.play(seed, CoreFactory.real(), FILES));

        // then
        System.out.println(seeds + ": " + summary);
        assertThat(summary.committed())
                .as("runs in which nothing happens prove nothing")
                .isGreaterThan(10L * seeds.count());
    }

    @Test
    @EnabledIfSystemProperty(named = "seed", matches = ".+", disabledReason = "no seed is named to be replayed")
    void theSeedThatIsNamedKeepsEveryPropertyOverTheRealFiles() {
        SeedReplay.fromProperties().play(CoreFactory.real(), FILES);
    }
}
