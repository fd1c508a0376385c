package org.khazana.storage.blocklog;

import org.khazana.consensus.log.LogEntry;

/** What stands in a segment, one after the other. */
sealed interface LogRecord {

    Stamp stamp();

    /**
     * When a record was written.
     *
     * @param batch number of the write it belongs to; grows by one with each write, never reused
     * @param durableBatch highest batch that was known to be on stable storage at that time
     */
    record Stamp(long batch, long durableBatch) {}

    record Entry(Stamp stamp, LogEntry entry) implements LogRecord {}

    /** The entry at {@code fromIndex} and all after it no longer belong to the log. */
    record Truncate(Stamp stamp, long fromIndex) implements LogRecord {}

    /** Everything of this batch stands before; without it nothing of the batch counts. */
    record BatchEnd(Stamp stamp, long lastIndex) implements LogRecord {}
}
