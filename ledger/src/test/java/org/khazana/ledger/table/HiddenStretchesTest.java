package org.khazana.ledger.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenStretchesTest {
    private static final int STEPS = 60;

    /**
     * Held against one bit for each step from a key to the next. Stretches that have no key in common stay two, even where they lie side
     * by side: there is no saying what lies between two keys.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void stretchesThatHaveAKeyInCommonAreOne(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        HiddenStretches<Integer> stretches = new HiddenStretches<>();
        BitSet steps = new BitSet();

        for (int i = 0; i < 40; i++) {
            int from = random.nextInt(STEPS);
            int to = Math.min(STEPS, from + 1 + random.nextInt(6));
            steps.set(from, to);
            boolean isDownwards = random.nextBoolean();
            stretches.add(isDownwards ? to : from, isDownwards ? from : to);

            for (int key = 0; key <= STEPS; key++) {
                assertThat(stretches.greatest(key)).isEqualTo(steps.nextClearBit(key));
                assertThat(stretches.least(key)).isEqualTo(steps.previousClearBit(key - 1) + 1);
            }
        }
    }
}
