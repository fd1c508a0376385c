package org.khazana.storage.blocklog;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final LogDisk disk;
    private final LogSettings settings;
    private final LogContents contents;
    private final LogTail tail;
    private final LogFinding finding;
    private volatile EntryMetadata last; // set by the writing thread, read by all
    private boolean failed; // or amid a write; of the writing thread only

    SegmentedBlockLog(LogDisk disk, LogSettings settings, RecoveredLog recovered, LogFinding finding)
            throws IOException {
        this.disk = disk;
        this.settings = settings;
        this.contents = recovered.contents();
        this.tail = new LogTail(disk, settings.segmentBytes(), recovered);
        this.finding = finding;
        this.last = recovered.last();
    }

    /**
     * Opens a log that has lost nothing, or starts an empty one. Who can go on without what was lost asks
     * {@link LogOpening}.
     *
     * @throws DataFolderProblem if something is missing or damaged that may have been acknowledged
     * @throws UncheckedIOException if the disk fails or is full
     */
    public static SegmentedBlockLog open(Path folder, LogOrigin origin, LogSettings settings) {
        return openUnlessDamaged(LogOpening.examine(folder, origin, settings));
    }

    static SegmentedBlockLog open(LogDisk disk, LogOrigin origin, LogSettings settings) {
        return openUnlessDamaged(LogOpening.examine(disk, origin, settings));
    }

    private static SegmentedBlockLog openUnlessDamaged(LogOpening opening) {
        if (opening.finding() instanceof LogFinding.Damaged(long keptThrough, String sentence)) {
            throw new DataFolderProblem(sentence + "; only what was written up to block " + keptThrough
                    + " could be kept, so the log is left as it is");
        }
        return opening.proceed();
    }

    /** What was found when the log was opened. */
    public LogFinding finding() {
        return finding;
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
        Invariant.check(
                index > base().index() && index <= last.index(),
                "cut at %s of a log that begins after %s and ends at %s",
                index,
                base().index(),
                last.index());
        write(() -> tail.truncateFrom(index));
    }

    /** Whole files are deleted, so that entries stay until all of their file may go. */
    @Override
    public void compactThrough(long index) {
        Invariant.check(index <= last.index(), "entry %s forgotten of a log that ends at %s", index, last.index());
        if (!settings.keepsAllBlocks()) {
            write(() -> tail.compactThrough(index));
        }
    }

    /** Durable at once. The old entries are deleted also where all blocks are kept: they lead nowhere any more. */
    @Override
    public void restartAt(EntryMetadata base, Configuration configuration) {
        write(() -> tail.restartAt(base, configuration));
    }

    @Override
    public void sync() {
        write(tail::sync);
    }

    @Override
    public EntryMetadata base() {
        return contents.base();
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
