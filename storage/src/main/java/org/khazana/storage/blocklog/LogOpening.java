package org.khazana.storage.blocklog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.PlacedConfiguration;

/**
 * A log that has been looked at and not touched yet. Its owner reads the {@link #finding}, makes durable what follows
 * from it, and only then lets it {@link #proceed}: a crash in between never leaves a shortened log that looks sound
 * beside a vote file that knows nothing of it. Used once, by one thread.
 */
public final class LogOpening {
    private final LogDisk disk;
    private final LogOrigin origin;
    private final LogSettings settings;
    private final LogPlan plan;

    private LogOpening(LogDisk disk, LogOrigin origin, LogSettings settings, LogPlan plan) {
        this.disk = disk;
        this.origin = origin;
        this.settings = settings;
        this.plan = plan;
    }

    /**
     * Reads the log in {@code folder}, which is made if it is not there.
     *
     * @throws org.khazana.storage.DataFolderProblem if the log belongs to another network or another version of Khazana
     *     wrote it
     * @throws UncheckedIOException if the disk fails
     */
    public static LogOpening examine(Path folder, LogOrigin origin, LogSettings settings) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot create the folder of the block log, " + folder, failure);
        }
        return examine(new FolderDisk(folder), origin, settings);
    }

    static LogOpening examine(LogDisk disk, LogOrigin origin, LogSettings settings) {
        try {
            return new LogOpening(disk, origin, settings, LogExamination.examine(disk, origin));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the block log in " + disk + ": " + failure, failure);
        }
    }

    public LogFinding finding() {
        return plan.finding();
    }

    /** The last entry that is kept. */
    public EntryMetadata last() {
        return plan.kept().map(LogPlan.Kept::last).orElse(origin.genesis());
    }

    /** What is kept, for somebody who only looks: nothing on the disk changes. Empty if nothing can be kept. */
    public Optional<KeptBlocks> keptBlocks() {
        return plan.kept().map(kept -> new KeptBlocks(kept.contents(), kept.last()));
    }

    /**
     * Cuts what is not kept and opens the rest for writing.
     *
     * @throws UncheckedIOException if the disk fails or is full
     */
    public SegmentedBlockLog proceed() {
        try {
            return new SegmentedBlockLog(disk, settings, carryOut(), plan.finding());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot open the block log in " + disk + ": " + failure, failure);
        }
    }

    private RecoveredLog carryOut() throws IOException {
        List<String> names = disk.names();
        if (names.contains(NextSegment.NAME)) {
            disk.delete(NextSegment.NAME);
        }
        boolean markExists = names.contains(DurableMark.NAME);
        DurableMark mark = new DurableMark(markExists ? disk.open(DurableMark.NAME) : disk.create(DurableMark.NAME));
        Optional<LogPlan.Kept> kept = plan.kept();
        RecoveredLog log = kept.isPresent() ? goOn(mark, kept.get()) : begin(mark);
        delete(plan.outdated());
        return log;
    }

    private RecoveredLog goOn(DurableMark mark, LogPlan.Kept kept) throws IOException {
        delete(plan.lost().reversed());
        LogFile file = kept.current().file();
        if (kept.zeroTo() > kept.position()) {
            file.write(ByteBuffer.allocate(kept.zeroTo() - kept.position()), kept.position());
        }
        // What was read may stand in the page cache only, written by a process that died before its sync.
        file.force();
        mark.writeDurably(new DurableMark.Content(
                kept.lastBatch(), kept.contents().firstSegment(), kept.current().number()));
        disk.syncFolder();
        return new RecoveredLog(
                origin.genesis(),
                kept.contents(),
                mark,
                kept.current(),
                kept.position(),
                kept.lastBatch(),
                kept.last());
    }

    /** A new, empty log: the first one, or one that takes the place of files of which nothing can be made. */
    private RecoveredLog begin(DurableMark mark) throws IOException {
        int number = Math.max(1, plan.marked().firstSegment());
        for (int lost : plan.lost()) {
            number = Math.max(number, lost + 1);
        }
        EntryMetadata genesis = origin.genesis();
        Segment segment = NextSegment.begin(disk, settings.segmentBytes())
                .finish(new SegmentHeader(
                        number,
                        settings.segmentBytes(),
                        genesis.hash(),
                        plan.finding().losesEntries(),
                        genesis,
                        new PlacedConfiguration(genesis.index(), origin.configuration()),
                        plan.marked().batch() + 1,
                        new SecureRandom().nextLong()));
        mark.writeDurably(new DurableMark.Content(plan.marked().batch(), number, number));
        delete(plan.lost());
        return new RecoveredLog(
                genesis,
                new LogContents(segment),
                mark,
                segment,
                segment.header().bytes(),
                plan.marked().batch(),
                genesis);
    }

    private void delete(List<Integer> segments) throws IOException {
        for (int number : segments) {
            disk.delete(Segment.nameOf(number));
            disk.syncFolder();
        }
    }
}
