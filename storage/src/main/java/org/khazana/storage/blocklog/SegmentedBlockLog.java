package org.khazana.storage.blocklog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.consensus.port.DurableLog;
import org.khazana.storage.DataFolderProblem;

/**
 * The replicated log, which is also the ledger's history, in append-only segment files. One thread writes, any number
 * read. After a failed write or sync nothing but {@link #close} works any more, because nobody knows what the disk
 * holds; the process must stop, and opening decides.
 */
public final class SegmentedBlockLog implements DurableLog, AutoCloseable {
    /** Size of a segment file in production. */
    public static final int SEGMENT_BYTES = EntryLocation.SEGMENT_BYTES_MAX;

    private static final int SEGMENT_BYTES_MIN = 1 << 14;

    private final LogDisk disk;
    private final LogContents contents;
    private final LogTail tail;
    private final Optional<String> cut;
    private final boolean created;
    private volatile EntryMetadata last; // set by the writing thread, read by all
    private boolean failed; // or amid a write; of the writing thread only

    private SegmentedBlockLog(LogDisk disk, RecoveredLog recovered, LogTail tail) {
        this.disk = disk;
        this.contents = recovered.contents();
        this.tail = tail;
        this.cut = recovered.cut();
        this.created = recovered.created();
        this.last = recovered.last();
    }

    /**
     * Opens the log in {@code folder}, or starts an empty one there.
     *
     * @throws DataFolderProblem if something is missing or damaged that may have been acknowledged
     * @throws UncheckedIOException if the disk fails or is full
     */
    public static SegmentedBlockLog open(Path folder, LogOrigin origin) {
        return open(folder, origin, SEGMENT_BYTES);
    }

    /**
     * As {@link #open(Path, LogOrigin)}, with smaller files.
     *
     * @param segmentBytes of files made from now on: a multiple of 4096 from 16 KiB to 64 MiB; bounds the size of an entry
     */
    public static SegmentedBlockLog open(Path folder, LogOrigin origin, int segmentBytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot create the folder of the block log, " + folder, failure);
        }
        return open(new FolderDisk(folder), origin, segmentBytes);
    }

    static SegmentedBlockLog open(LogDisk disk, LogOrigin origin, int segmentBytes) {
        if (segmentBytes < SEGMENT_BYTES_MIN || segmentBytes > SEGMENT_BYTES || segmentBytes % 4096 != 0) {
            throw new IllegalArgumentException("not a size for segment files: " + segmentBytes);
        }
        try {
            RecoveredLog recovered = LogRecovery.recover(disk, segmentBytes, origin);
            return new SegmentedBlockLog(disk, recovered, new LogTail(disk, segmentBytes, recovered));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot open the block log in " + disk + ": " + failure, failure);
        }
    }

    /** What was cut off when the log was opened: a sentence for the operator; empty in the normal case. */
    public Optional<String> cutAtOpening() {
        return cut;
    }

    /** Whether opening found no log at all and started a new one. */
    public boolean wasCreated() {
        return created;
    }

    @Override
    public void append(List<LogEntry> entries) {
        EntryMetadata parent = last;
        for (LogEntry entry : entries) {
            Invariant.check(entry.follows(parent), "entry %s does not follow %s", entry.id(), parent.id());
            Invariant.check(
                    tail.canEverHold(RecordCodec.entryBytes(entry)),
                    "an entry of %s is larger than the block log can hold",
                    entry.payload());
            parent = entry.metadata();
        }
        write(() -> tail.append(entries));
    }

    @Override
    public void truncateFrom(long index) {
        Invariant.check(index >= 1 && index <= last.index(), "cut at %s of a log that ends at %s", index, last.index());
        write(() -> tail.truncateFrom(index));
    }

    @Override
    public void compactThrough(long index) {
        // Every block is kept.
    }

    @Override
    public void restartAt(EntryMetadata base, Configuration configuration) {
        throw new UnsupportedOperationException("a log that does not begin at the genesis");
    }

    @Override
    public void sync() {
        write(tail::sync);
    }

    @Override
    public EntryMetadata base() {
        return contents.genesis();
    }

    @Override
    public List<PlacedConfiguration> configurations() {
        return contents.configurations();
    }

    @Override
    public EntryMetadata last() {
        return last;
    }

    @Override
    public Optional<EntryMetadata> metadata(long index) {
        EntryMetadata newest = last;
        return index == newest.index() ? Optional.of(newest) : read(() -> contents.metadata(index));
    }

    @Override
    public List<LogEntry> read(long fromIndex, long toIndex, long bytesMax) {
        if (fromIndex < 1) {
            throw new IllegalArgumentException("entries begin at 1, not at " + fromIndex);
        }
        return read(() -> contents.read(fromIndex, toIndex, bytesMax));
    }

    /** Syncs what was appended, unless a write failed before, and closes the files. */
    @Override
    public void close() {
        if (!failed) {
            sync();
        }
        try {
            tail.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close the block log in " + disk + ": " + failure, failure);
        }
    }

    private void write(Writing writing) {
        Invariant.check(!failed, "the block log in %s is written to after a failure", disk);
        failed = true;
        try {
            writing.run();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the block log in " + disk + ": " + failure, failure);
        }
        failed = false;
        last = tail.last();
    }

    private <T> T read(Reading<T> reading) {
        try {
            return reading.run();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the block log in " + disk + ": " + failure, failure);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T run() throws IOException;
    }
}
