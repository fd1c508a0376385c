package org.khazana.consensus.raft;

import java.util.List;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.LogEntry;

/**
 * How far the log is agreed on and how far the state machine has got. Entries are handed over once they are committed and
 * durable here, and only so many bytes ahead of what has been applied.
 */
final class Commitment {
    /** At most this much is read and handed over in one step, so that catching up never holds the step for long. */
    private static final int HANDED_AT_ONCE_MAX = 1_024;

    private static final long HANDED_AT_ONCE_BYTES_MAX = 4L << 20;

    private final long unappliedBytesMax;
    private final ByteBacklog unapplied = new ByteBacklog();
    private long commitIndex;
    private long handedIndex;
    private long appliedIndex;

    Commitment(long appliedIndex, long unappliedBytesMax) {
        this.unappliedBytesMax = unappliedBytesMax;
        this.commitIndex = appliedIndex;
        this.handedIndex = appliedIndex;
        this.appliedIndex = appliedIndex;
    }

    long commitIndex() {
        return commitIndex;
    }

    /** So much is with the state machine, applied or not. */
    long handedIndex() {
        return handedIndex;
    }

    /** So much the state machine has applied. */
    long appliedIndex() {
        return appliedIndex;
    }

    /** Moves the commit index up; a lower one is old news. */
    void advanceTo(long index) {
        commitIndex = Math.max(commitIndex, index);
    }

    void applied(long index) {
        Invariant.check(index <= handedIndex, "entry %s is applied, but only %s were handed over", index, handedIndex);
        unapplied.releaseThrough(index);
        appliedIndex = Math.max(appliedIndex, index);
    }

    /** The state machine now stands on a snapshot that holds everything up to {@code index}. */
    void installed(long index) {
        commitIndex = Math.max(commitIndex, index);
        handedIndex = Math.max(handedIndex, index);
        unapplied.releaseThrough(handedIndex);
        appliedIndex = Math.max(appliedIndex, index);
    }

    /** Whether the state machine is so far behind that no more should be agreed on. */
    boolean isBehind() {
        return unapplied.bytes() >= unappliedBytesMax;
    }

    /** The next entries for the state machine, possibly none. */
    List<LogEntry> takeCommitted(RaftLog log, long durableIndex) {
        long toIndex = Math.min(Math.min(commitIndex, durableIndex), handedIndex + HANDED_AT_ONCE_MAX);
        if (handedIndex >= toIndex || isBehind()) {
            return List.of();
        }
        long bytesMax = Math.min(HANDED_AT_ONCE_BYTES_MAX, unappliedBytesMax - unapplied.bytes());
        List<LogEntry> committed = log.read(handedIndex + 1, toIndex, bytesMax);
        committed.forEach(unapplied::add);
        handedIndex += committed.size();
        return committed;
    }
}
