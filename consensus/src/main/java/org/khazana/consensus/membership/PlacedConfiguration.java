package org.khazana.consensus.membership;

/**
 * A configuration and the place in the log from which it holds.
 *
 * @param index of the entry that carries it, or of the entry before the log's first, at which it was in force already
 */
public record PlacedConfiguration(long index, Configuration configuration) {
    public PlacedConfiguration {
        if (index < 0) {
            throw new IllegalArgumentException("index is negative: " + index);
        }
    }
}
