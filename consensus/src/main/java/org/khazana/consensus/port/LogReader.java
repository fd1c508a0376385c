package org.khazana.consensus.port;

import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;

/**
 * Reads entries that were appended and not truncated since. Safe to call from several threads while one other thread
 * appends. A read error is thrown as {@link java.io.UncheckedIOException} and is never treated as the end of the log.
 */
public interface LogReader {

    /** The last entry; the genesis when the log is empty. */
    EntryMetadata last();

    /** What is known of the entry at {@code index}, 0 being the genesis; empty past the end. */
    Optional<EntryMetadata> metadata(long index);

    /**
     * Consecutive entries from {@code fromIndex} (1 or more) up to and including {@code toIndex}, at least one when it
     * exists, stopping before the payloads exceed {@code bytesMax} together.
     */
    List<LogEntry> read(long fromIndex, long toIndex, long bytesMax);
}
