package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Validators that sign, some of whom lie, over a network that loses, repeats and reorders, in many small runs from seeds. The
 * properties are those that {@code docs/proofs.md} promises.
 */
class FinalitySimulation {
    private static final int RUNS = 150;

    @ParameterizedTest(name = "from seed {0}")
    @ValueSource(longs = {1, 100_001})
    void whatFewLiarsDoContradictsNoCertificateAndEvidenceNamesLiarsOnly(long first) {
        int convicted = 0;
        int certified = 0;
        for (long seed = first; seed < first + RUNS; seed++) {
            FinalityWorld world = new FinalityWorld(seed, FinalityWorld.Liars.TOO_FEW);
            world.play();
            assertThat(world.contradictions()).as("seed %s", seed).isZero();
            assertThat(world.liars()).as("seed %s", seed).containsAll(world.convicted());
            convicted += world.convicted().size();
            certified += world.certificates().size();
        }
        assertThat(convicted).isGreaterThan(RUNS / 4);
        assertThat(certified).isGreaterThan(RUNS);
    }

    @ParameterizedTest(name = "from seed {0}")
    @ValueSource(longs = {1, 100_001})
    void whereManyLiarsMakeCertificatesThatContradictEachOtherTheyConvictThemselves(long first) {
        int contradictions = 0;
        for (long seed = first; seed < first + RUNS; seed++) {
            FinalityWorld world = new FinalityWorld(seed, FinalityWorld.Liars.ENOUGH);
            world.play();
            assertThat(world.liars()).as("seed %s", seed).containsAll(world.convicted());
            contradictions += world.contradictions();
        }
        assertThat(contradictions).isGreaterThan(RUNS / 4);
    }

    @Test
    void whereEnoughHonestOnesAreHeardEverythingIsCertifiedByAllOfThem() {
        for (long seed = 1; seed <= RUNS; seed++) {
            FinalityWorld world = new FinalityWorld(seed, FinalityWorld.Liars.FEWER_THAN_NEEDED);
            world.play();
            world.healAndDeliver();
            world.assertHonestOnesCertifiedAll();
        }
    }
}
