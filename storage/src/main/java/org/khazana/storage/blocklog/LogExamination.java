package org.khazana.storage.blocklog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.khazana.storage.DataFolderProblem;

/**
 * Decides at start-up what the files are worth: all good, a torn end that was never promised to anybody, or damage to
 * something that may have been acknowledged. Reads only; {@link LogOpening} acts on it. The table of decisions is in the
 * description of this package.
 */
final class LogExamination {
    private final LogDisk disk;
    private final LogOrigin origin;
    private final DurableMark.Content marked;
    private final NavigableMap<Integer, Optional<Segment>> segments = new TreeMap<>();

    private LogExamination(LogDisk disk, LogOrigin origin, DurableMark.Content marked) {
        this.disk = disk;
        this.origin = origin;
        this.marked = marked;
    }

    /**
     * Reads what is on {@code disk}. A read error is thrown as it is.
     *
     * @throws DataFolderProblem if the log belongs to another network or another version of Khazana wrote it
     */
    static LogPlan examine(LogDisk disk, LogOrigin origin) throws IOException {
        List<String> names = disk.names();
        DurableMark.Content marked = DurableMark.Content.NONE;
        if (names.contains(DurableMark.NAME)) {
            try (LogFile file = disk.open(DurableMark.NAME)) {
                marked = new DurableMark(file).read();
            }
        }
        LogExamination examination = new LogExamination(disk, origin, marked);
        for (String name : names) {
            if (Segment.isName(name)) {
                examination.segments.put(Segment.numberOf(name), examination.open(name));
            }
        }
        LogPlan plan = examination.examine();
        examination.close(plan.outdated());
        examination.close(plan.lost());
        return plan;
    }

    private void close(List<Integer> numbers) throws IOException {
        for (int number : numbers) {
            Optional<Segment> segment = segments.getOrDefault(number, Optional.empty());
            if (segment.isPresent()) {
                segment.get().file().close();
            }
        }
    }

    private Optional<Segment> open(String name) throws IOException {
        LogFile file = disk.open(name);
        ByteBuffer start = ByteBuffer.allocate((int) Math.min(file.size(), SegmentHeader.BYTES_MAX));
        file.read(start, 0);
        Optional<SegmentHeader> header = SegmentHeader.decode(start.rewind(), name);
        if (header.isPresent()
                && !header.get().genesis().equals(origin.genesis().hash())) {
            throw new DataFolderProblem("the block log in " + disk + " belongs to another network, whose genesis is "
                    + header.get().genesis() + "; give this validator its own data folder");
        }
        boolean isWhole = header.isPresent()
                && header.get().number() == Segment.numberOf(name)
                && header.get().segmentBytes() == file.size();
        if (!isWhole) {
            file.close();
            return Optional.empty();
        }
        return Optional.of(new Segment(header.get(), file));
    }

    private LogPlan examine() throws IOException {
        if (segments.isEmpty() && marked.batch() == 0) {
            return new LogPlan(new LogFinding.New(), marked, Optional.empty(), List.of(), List.of());
        }
        int first = firstNumber();
        List<Integer> outdated = List.copyOf(segments.headMap(first).keySet());
        NavigableMap<Integer, Optional<Segment>> live = segments.tailMap(first, true);
        if (!live.containsKey(first)) {
            return allLost("file " + Segment.nameOf(first) + " of the block log, its first, is missing");
        }
        Optional<Segment> begin = live.getOrDefault(first, Optional.empty());
        return begin.isPresent() ? replay(begin.get(), live, outdated) : allLost(badHeader(first));
    }

    private static String badHeader(int number) {
        return "the start or the size of " + Segment.nameOf(number) + " of the block log is wrong";
    }

    /** Where the log begins: the last segment that says so itself, or the one that the durable mark names. */
    private int firstNumber() {
        int first = marked.firstSegment();
        for (Optional<Segment> segment : segments.values()) {
            if (segment.isPresent() && segment.get().header().restartsLog()) {
                first = Math.max(first, segment.get().number());
            }
        }
        return first == 0 && !segments.isEmpty() ? segments.firstKey() : first;
    }

    private LogPlan allLost(String what) {
        return new LogPlan(
                new LogFinding.Damaged(origin.genesis().index(), what),
                marked,
                Optional.empty(),
                List.of(),
                List.copyOf(segments.keySet()));
    }

    private LogPlan replay(Segment first, NavigableMap<Integer, Optional<Segment>> live, List<Integer> outdated)
            throws IOException {
        LogContents contents = new LogContents(first);
        LogReplay replay = new LogReplay(contents, first.header());
        Segment current = first;
        int end = first.header().bytes();
        int zeroTo = end;
        LogFinding finding = new LogFinding.Clean();
        int newest = Math.max(live.lastKey(), marked.newestSegment());
        for (int number = first.number(); number <= newest && !finding.losesEntries(); number++) {
            Optional<String> unfit = number == first.number() ? Optional.empty() : whyUnfit(number, live, replay);
            if (unfit.isPresent()) {
                finding = new LogFinding.Damaged(replay.last().index(), unfit.get());
            } else {
                current = live.getOrDefault(number, Optional.empty()).orElseThrow();
                contents.addSegment(current);
                SegmentImage image = current.readAll();
                LogReplay.Extent extent = replay.replay(current, image);
                end = extent.completeTo();
                zeroTo = image.endOfWrittenBytes(end);
                finding = judge(current, image, extent, replay, number == newest);
            }
        }
        LogPlan.Kept kept = new LogPlan.Kept(contents, replay.last(), replay.lastBatch(), current, end, zeroTo);
        List<Integer> lost = List.copyOf(live.tailMap(current.number(), false).keySet());
        return new LogPlan(finding, marked, Optional.of(kept), outdated, lost);
    }

    /** Why the log cannot go on in the segment with {@code number}, which is not the first; empty if it can. */
    private static Optional<String> whyUnfit(
            int number, NavigableMap<Integer, Optional<Segment>> live, LogReplay replay) {
        if (!live.containsKey(number)) {
            return Optional.of("file " + Segment.nameOf(number) + " of the block log is missing");
        }
        Optional<Segment> segment = live.getOrDefault(number, Optional.empty());
        if (segment.isEmpty()) {
            return Optional.of(badHeader(number));
        }
        return replay.leadsTo(segment.get().header())
                ? Optional.empty()
                : Optional.of(
                        "file " + Segment.nameOf(number) + " of the block log does not follow from the one before it");
    }

    private LogFinding judge(
            Segment segment, SegmentImage image, LogReplay.Extent extent, LogReplay replay, boolean isLast) {
        int damage = extent.readableTo();
        int writtenEnd = image.endOfWrittenBytes(damage);
        boolean endsCleanly = extent.completeTo() == damage && writtenEnd == damage;
        Optional<String> why = Optional.empty();
        if (!isLast) {
            why = endsCleanly ? Optional.empty() : Optional.of("although a later file was begun");
        } else if (replay.lastBatch() < promisedBatch(image, replay, damage, writtenEnd)) {
            why = Optional.of("although it had been synced further than that");
        } else if (extent.contradicts()) {
            why = Optional.of("where something stands that does not follow from what is before it");
        } else if (!endsCleanly && !image.looksUnwritten(damage, image.nextIntactRecord(damage, writtenEnd))) {
            why = Optional.of("and it does not look like a write that a crash interrupted");
        }
        if (why.isPresent()) {
            return new LogFinding.Damaged(
                    replay.last().index(),
                    "file " + segment.name() + " of the block log is not readable at byte " + damage + ", "
                            + why.get());
        }
        return endsCleanly
                ? new LogFinding.Clean()
                : new LogFinding.Torn("a write that a crash interrupted was cut from " + segment.name() + " at byte "
                        + extent.completeTo() + "; nothing of it had been acknowledged, the log ends at block "
                        + replay.last().index());
    }

    /** The highest batch of which anything says that it was durable. */
    private long promisedBatch(SegmentImage image, LogReplay replay, int damage, int writtenEnd) {
        return Math.max(Math.max(marked.batch(), replay.durableClaim()), image.highestDurableClaim(damage, writtenEnd));
    }
}
