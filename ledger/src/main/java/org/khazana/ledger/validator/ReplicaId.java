package org.khazana.ledger.validator;

import java.util.Comparator;

/**
 * Who votes: a validator with one data directory. With another directory it is somebody else, who has promised nothing yet.
 *
 * @param validator id, 1 to 32 characters of {@code a-z 0-9 -}
 * @param directory id of the data directory, 1 or more
 */
public record ReplicaId(String validator, long directory) implements Comparable<ReplicaId> {
    private static final Comparator<ReplicaId> ORDER =
            Comparator.comparing(ReplicaId::validator).thenComparingLong(ReplicaId::directory);

    /** Checks only that the directory is one. */
    public ReplicaId {
        if (directory < 1) {
            throw new IllegalArgumentException("no data directory has the id " + directory);
        }
    }

    @Override
    public int compareTo(ReplicaId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return validator + "/" + directory;
    }
}
