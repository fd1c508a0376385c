package org.khazana.consensus.port;

import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.PlacedConfiguration;

/**
 * Reads entries that were appended and not truncated since. Safe to call from several threads while one other thread
 * appends. A read error is thrown as {@link java.io.UncheckedIOException} and is never treated as the end of the log.
 */
public interface LogReader {

    /** The entry before the first one held: the genesis, or a later one when those up to it were forgotten. */
    EntryMetadata base();

    /** The last entry; {@link #base()} when none is held. */
    EntryMetadata last();

    /** The configuration in force at {@link #base()}, then those in the entries held, oldest first. */
    List<PlacedConfiguration> configurations();

    /** What is known of the entry at {@code index}, the base included; empty past the end and before the base. */
    Optional<EntryMetadata> metadata(long index);

    /**
     * Consecutive entries from {@code fromIndex} (after the base) up to and including {@code toIndex}, at least one when it
     * exists, stopping before the payloads exceed {@code bytesMax} together.
     */
    List<LogEntry> read(long fromIndex, long toIndex, long bytesMax);
}
