package org.khazana.consensus.port;

import java.util.List;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;

/**
 * The log on disk. One thread writes (append, truncate, sync); others may read. Any failure to write or sync is thrown
 * and must stop the process: after a failed fsync nobody knows what the disk holds.
 */
public interface DurableLog extends LogReader {

    /** Writes entries that follow {@link #last()}; they count as kept only after the next {@link #sync()}. */
    void append(List<LogEntry> entries);

    /** Removes the entry at {@code index} (after the base) and all after it; durable after the next {@link #sync()}. */
    void truncateFrom(long index);

    /**
     * Entries up to {@code index}, which are all applied, may be forgotten; how many of them and when is the log's own
     * choice. Moves {@link #base()} to {@code index} or before.
     */
    void compactThrough(long index);

    /**
     * Forgets every entry: the log goes on after {@code base}, which a snapshot of the state stands for. Durable after the
     * next {@link #sync()}; a crash before leaves either the old log or the new, empty one.
     *
     * @param configuration in force at {@code base}
     */
    void restartAt(EntryMetadata base, Configuration configuration);

    /** Returns when everything appended and truncated before is on stable storage. */
    void sync();
}
