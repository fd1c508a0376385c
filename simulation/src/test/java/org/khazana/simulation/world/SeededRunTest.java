package org.khazana.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.khazana.simulation.cluster.CoreFactory;

class SeededRunTest {
    @Test
    void oneSeedGivesTheSameRunAgain() {
        for (long seed = 1; seed <= 10; seed++) {
            // when
            SeededRun.Report first = SeededRun.play(seed, CoreFactory.real());
            SeededRun.Report second = SeededRun.play(seed, CoreFactory.real());

            // then
            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void anotherSeedGivesAnotherRun() {
        assertThat(SeededRun.play(1, CoreFactory.real()).digest())
                .isNotEqualTo(SeededRun.play(2, CoreFactory.real()).digest());
    }
}
