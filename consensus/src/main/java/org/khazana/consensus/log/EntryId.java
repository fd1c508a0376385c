package org.khazana.consensus.log;

/**
 * Names one entry for ever: two logs that hold the same id hold the same entry and the same prefix (Raft §5.3, log
 * matching).
 *
 * @param term the term in which a leader created the entry
 * @param index position in the log; 0 is the genesis, which is not stored as an entry
 */
public record EntryId(Term term, long index) {
    public EntryId {
        if (index < 0) {
            throw new IllegalArgumentException("index is negative: " + index);
        }
    }

    /** Whether a log that ends here is at least as complete as one that ends at {@code other} (Raft §5.4.1). */
    public boolean isUpToDateWith(EntryId other) {
        int byTerm = term.compareTo(other.term);
        return byTerm != 0 ? byTerm > 0 : index >= other.index;
    }

    @Override
    public String toString() {
        return index + "@" + term;
    }
}
