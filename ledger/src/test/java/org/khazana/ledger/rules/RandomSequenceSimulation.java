package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.operation.OperationForms;

/**
 * Many {@linkplain RandomSequence sequences}: a first part that is the same in each build, and others that no build has played, so that
 * a build may fail that passed yesterday; its message says how to see it again. {@code -Dfirst} says with which seed to begin instead,
 * and {@code -Dsequences} how many are played then.
 */
class RandomSequenceSimulation {
    private static final int FIXED = 100;
    private static final int FRESH = 100;
    /** Keeps seeds short enough to be read out. */
    private static final long FRESH_BELOW = 1_000_000_000_000L;

    private static final int EVERY_OPERATION_WITHIN = 1_000;

    private final TreeMap<String, Integer> accepted = new TreeMap<>();

    @Test
    void whateverComesTheRegisterAddsUp() {
        boolean isTold = System.getProperty("first") != null || System.getProperty("sequences") != null;
        long first = Long.getLong("first", isTold ? 1 : new SecureRandom().nextLong(FIXED + 1, FRESH_BELOW));
        int sequences = Integer.getInteger("sequences", FRESH);
        System.out.printf("plays sequences from %s on (again: -Dfirst=%s -Dsequences=%s)%n", first, first, sequences);
        if (!isTold) {
            play(1, FIXED);
        }
        play(first, sequences);
        // Runs in which nothing happens prove nothing.
        assertThat(accepted.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(5 * sequences);
        if (sequences >= EVERY_OPERATION_WITHIN) {
            assertThat(accepted.keySet())
                    .isEqualTo(OperationForms.all().stream()
                            .map(form -> form.type().getSimpleName())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private void play(long first, int sequences) {
        for (long seed = first; seed < first + sequences; seed++) {
            try {
                RandomSequence.play(seed).forEach((operation, times) -> accepted.merge(operation, times, Integer::sum));
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("sequence " + seed + " (again: -Dfirst=" + seed + " -Dsequences=1)", failure);
            }
        }
    }
}
