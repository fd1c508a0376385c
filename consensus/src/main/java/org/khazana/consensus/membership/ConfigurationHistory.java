package org.khazana.consensus.membership;

import java.util.ArrayList;
import java.util.List;

/**
 * The configurations that a log holds, oldest first. The newest is in force from the moment its entry is in the log,
 * committed or not (Raft §6); when the entry is cut off, the one before is in force again. Not for several threads.
 */
public final class ConfigurationHistory {
    private final List<PlacedConfiguration> placed;

    /** @param placed in order of their indices, at least the one in force before the first entry */
    public ConfigurationHistory(List<PlacedConfiguration> placed) {
        if (placed.isEmpty()) {
            throw new IllegalArgumentException("some configuration is always in force");
        }
        this.placed = new ArrayList<>(placed);
    }

    public PlacedConfiguration newest() {
        return placed.get(placed.size() - 1);
    }

    /** What is in force at {@code index}, which must not lie before the oldest. */
    public Configuration at(long index) {
        for (int i = placed.size() - 1; i >= 0; i--) {
            if (placed.get(i).index() <= index) {
                return placed.get(i).configuration();
            }
        }
        throw new IllegalArgumentException("entry " + index + " lies before the oldest known configuration");
    }

    /** The entry at {@code index}, after all others here, carries {@code configuration}. */
    public void append(long index, Configuration configuration) {
        if (index <= newest().index()) {
            throw new IllegalArgumentException("entry " + index + " comes after " + newest().index());
        }
        placed.add(new PlacedConfiguration(index, configuration));
    }

    /** The entry at {@code index} and all after it are gone. */
    public void truncateFrom(long index) {
        while (placed.size() > 1 && newest().index() >= index) {
            placed.remove(placed.size() - 1);
        }
    }

    /** Entries up to {@code index} are forgotten; what was in force there is kept. */
    public void compactThrough(long index) {
        while (placed.size() > 1 && placed.get(1).index() <= index) {
            placed.remove(0);
        }
    }

    /** The log begins anew after the entry at {@code index}, where {@code configuration} is in force. */
    public void restartAt(long index, Configuration configuration) {
        placed.clear();
        placed.add(new PlacedConfiguration(index, configuration));
    }

    /** All of them, oldest first. */
    public List<PlacedConfiguration> toList() {
        return List.copyOf(placed);
    }
}
