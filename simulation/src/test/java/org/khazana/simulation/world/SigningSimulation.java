package org.khazana.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.khazana.simulation.cluster.CoreFactory;

/**
 * Seeds in which members sign what they execute, while all faults of {@link ConsensusSimulation} happen, and some lie or fail. Fresh each
 * time; {@code -Dsigning.seeds=N} plays N of them, {@code -DfirstSeed=F} begins at F, {@code -Dseed=S} replays one and tells its story.
 */
class SigningSimulation {
    private static final int SEEDS = 50;

    @Test
    @DisabledIfSystemProperty(named = "seed", matches = ".+", disabledReason = "one seed is replayed")
    void whoeverCrashesAndWhicheverFewLieWhatIsCertifiedStaysSoAndOnlyLiarsAreAccused() {
        // given
        SeedRange seeds = SeedRange.fromProperties("signing.seeds", SEEDS);
        System.out.println("plays, signing, " + seeds);

        // when
        SeedSweep.Summary summary = SeedSweep.play(seeds, seed -> SeededRun.playSigning(seed, CoreFactory.real()));

        // then
        System.out.println("signing, " + seeds + ": " + summary);
        assertThat(summary.reached().certified())
                .as("runs in which nothing is certified prove nothing")
                .isGreaterThan(10L * seeds.count());
        assertThat(summary.reached().overruled()).isGreaterThanOrEqualTo(seeds.count() / 50);
        assertThat(summary.reached().convicted()).isGreaterThanOrEqualTo(seeds.count() / 50);
    }

    @Test
    @EnabledIfSystemProperty(named = "seed", matches = ".+", disabledReason = "no seed is named to be replayed")
    void theSeedThatIsNamedKeepsEveryProperty() {
        SeedReplay.fromProperties().playSigning(CoreFactory.real());
    }
}
