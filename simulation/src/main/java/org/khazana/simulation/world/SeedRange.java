package org.khazana.simulation.world;

import java.security.SecureRandom;

/**
 * Consecutive seeds to play. They are fresh each time, so that every build looks where none has looked before; what they
 * were is printed, and each of them gives the same run again.
 */
public record SeedRange(long first, int count) {
    /** Keeps seeds short enough to be read out. */
    private static final long FRESH_BELOW = 1_000_000_000_000L;

    /**
     * As the system properties say: {@code -DfirstSeed=F} begins at F, else at a fresh one.
     *
     * @param countProperty says how many, {@code otherwise} if it is not set
     */
    public static SeedRange fromProperties(String countProperty, int otherwise) {
        long first = Long.getLong("firstSeed", new SecureRandom().nextLong(1, FRESH_BELOW));
        return new SeedRange(first, Integer.getInteger(countProperty, otherwise));
    }

    public long last() {
        return first + count - 1;
    }

    @Override
    public String toString() {
        return "seeds " + first + " to " + last() + " (again: -DfirstSeed=" + first + ")";
    }
}
