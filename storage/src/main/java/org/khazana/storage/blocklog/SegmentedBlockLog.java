package org.khazana.storage.blocklog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.port.DurableLog;

/** The replicated log, which is also the ledger's history, in append-only segment files. */
@SuppressWarnings("DoNotCallSuggester")
public final class SegmentedBlockLog implements DurableLog, AutoCloseable {

    /** Opens the log in {@code folder}, or starts an empty one there. */
    public static SegmentedBlockLog open(Path folder, EntryMetadata genesis) {
        throw new UnsupportedOperationException();
    }

    /** What was cut off when the log was opened: a sentence for the operator; empty in the normal case. */
    public Optional<String> cutAtOpening() {
        throw new UnsupportedOperationException();
    }

    /** Whether opening found no log at all and started a new one. */
    public boolean wasCreated() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void append(List<LogEntry> entries) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void truncateFrom(long index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sync() {
        throw new UnsupportedOperationException();
    }

    @Override
    public EntryMetadata last() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<EntryMetadata> metadata(long index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<LogEntry> read(long fromIndex, long toIndex, long bytesMax) {
        throw new UnsupportedOperationException();
    }

    /** Syncs what was appended and closes the files. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
