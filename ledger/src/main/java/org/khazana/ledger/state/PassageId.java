package org.khazana.ledger.state;

/**
 * Names a passage by where it happened, so that it needs no counter.
 *
 * @param height of the block
 * @param position of the transaction within the block, from 0
 * @param ordinal of the passage within the transaction, from 0
 */
public record PassageId(long height, int position, int ordinal) implements Comparable<PassageId> {
    @Override
    public int compareTo(PassageId other) {
        int byHeight = Long.compare(height, other.height);
        return byHeight != 0 ? byHeight : Long.compare(place(), other.place());
    }

    /** Position and ordinal as one number, in the order of both. */
    long place() {
        return ((long) position << Integer.SIZE) | ordinal;
    }

    static PassageId of(long height, long place) {
        return new PassageId(height, (int) (place >>> Integer.SIZE), (int) place);
    }
}
