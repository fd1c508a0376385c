package org.khazana.consensus.port;

import java.util.List;
import org.khazana.consensus.log.LogEntry;

/**
 * The log on disk. One thread writes (append, truncate, sync); others may read. Any failure to write or sync is thrown
 * and must stop the process: after a failed fsync nobody knows what the disk holds.
 */
public interface DurableLog extends LogReader {

    /** Writes entries that follow {@link #last()}; they count as kept only after the next {@link #sync()}. */
    void append(List<LogEntry> entries);

    /** Removes the entry at {@code index} (1 or more) and all after it; durable after the next {@link #sync()}. */
    void truncateFrom(long index);

    /** Returns when everything appended and truncated before is on stable storage. */
    void sync();
}
