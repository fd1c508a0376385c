package org.khazana.storage.blocklog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.khazana.storage.DataFolderProblem;

/**
 * Decides at start-up what the files are worth: all good, a torn end that was never promised to anybody and may go, or
 * damage to something that may have been acknowledged, which must never be cut in silence. The table of decisions is in
 * the description of this package.
 */
final class LogRecovery {
    static final String ADVICE = "do not start this validator on it: restore the data folder from the disk's own backup"
            + " of this validator, or have the validator replaced";

    private final LogDisk disk;
    private final int segmentBytes;
    private final LogContents contents;
    private final LogReplay replay;

    private LogRecovery(LogDisk disk, int segmentBytes, LogOrigin origin) {
        this.disk = disk;
        this.segmentBytes = segmentBytes;
        this.contents = new LogContents(origin);
        this.replay = new LogReplay(contents);
    }

    /** Opens what is on {@code disk}, or begins a log there. A read error is thrown as it is. */
    static RecoveredLog recover(LogDisk disk, int segmentBytes, LogOrigin origin) throws IOException {
        return new LogRecovery(disk, segmentBytes, origin).recover();
    }

    private RecoveredLog recover() throws IOException {
        List<String> names = disk.names();
        if (names.contains(NextSegment.NAME)) {
            disk.delete(NextSegment.NAME);
        }
        boolean markExists = names.contains(DurableMark.NAME);
        DurableMark mark = new DurableMark(markExists ? disk.open(DurableMark.NAME) : disk.create(DurableMark.NAME));
        List<String> segments = names.stream().filter(Segment::isName).toList();
        return segments.isEmpty() ? begin(mark) : reopen(mark, segments);
    }

    private RecoveredLog begin(DurableMark mark) throws IOException {
        if (mark.read() > 0) {
            throw new DataFolderProblem("the segment files of the block log in " + disk + " are missing; " + ADVICE);
        }
        SegmentHeader header =
                new SegmentHeader(1, segmentBytes, contents.genesis().hash(), 1, 1, new SecureRandom().nextLong());
        Segment segment = NextSegment.begin(disk, segmentBytes).finish(header);
        contents.addSegment(segment);
        return new RecoveredLog(
                contents, mark, segment, SegmentHeader.BYTES, 0, contents.genesis(), Optional.empty(), true);
    }

    private RecoveredLog reopen(DurableMark mark, List<String> names) throws IOException {
        Optional<String> cut = Optional.empty();
        Segment segment = open(1, names.get(0));
        int end = SegmentHeader.BYTES;
        for (int number = 1; number <= names.size(); number++) {
            segment = number == 1 ? segment : open(number, names.get(number - 1));
            contents.addSegment(segment);
            SegmentImage image = segment.readAll();
            LogReplay.Extent extent = replay.replay(segment, image);
            end = extent.completeTo();
            if (number == names.size()) {
                cut = settleEnd(segment, image, extent, mark.read());
            } else if (!endsCleanly(image, extent)) {
                throw damaged(segment, extent.readableTo(), "although a later segment was begun");
            }
        }
        // What was read may stand in the page cache only, written by a process that died before its sync.
        segment.file().force();
        mark.write(replay.lastBatch());
        return new RecoveredLog(contents, mark, segment, end, replay.lastBatch(), replay.last(), cut, false);
    }

    private Segment open(int number, String name) throws IOException {
        if (!name.equals(Segment.nameOf(number))) {
            throw new DataFolderProblem(
                    "file " + Segment.nameOf(number) + " of the block log in " + disk + " is missing; " + ADVICE);
        }
        LogFile file = disk.open(name);
        Optional<SegmentHeader> header = Optional.empty();
        if (file.size() >= SegmentHeader.BYTES) {
            ByteBuffer start = ByteBuffer.allocate(SegmentHeader.BYTES);
            file.read(start, 0);
            header = SegmentHeader.decode(start, name);
        }
        if (header.isEmpty() || header.get().number() != number || header.get().segmentBytes() != file.size()) {
            throw new DataFolderProblem(
                    "the block log is damaged: the start or the size of " + name + " is wrong; " + ADVICE);
        }
        if (!header.get().genesis().equals(contents.genesis().hash())) {
            throw new DataFolderProblem("the block log in " + disk + " belongs to another network, whose genesis is "
                    + header.get().genesis() + "; give this validator its own data folder");
        }
        return new Segment(header.get(), file);
    }

    private static boolean endsCleanly(SegmentImage image, LogReplay.Extent extent) {
        return extent.completeTo() == extent.readableTo()
                && image.endOfWrittenBytes(extent.readableTo()) == extent.readableTo();
    }

    /** Judges the end of the last segment and cuts it if it may be cut; says so in a sentence. */
    private Optional<String> settleEnd(Segment segment, SegmentImage image, LogReplay.Extent extent, long marked)
            throws IOException {
        int damage = extent.readableTo();
        int writtenEnd = image.endOfWrittenBytes(damage);
        long promised =
                Math.max(Math.max(marked, replay.durableClaim()), image.highestDurableClaim(damage, writtenEnd));
        if (replay.lastBatch() < promised) {
            throw damaged(segment, damage, "below what had been synced");
        }
        if (endsCleanly(image, extent)) {
            return Optional.empty();
        }
        if (!image.looksUnwritten(damage, image.nextIntactRecord(damage, writtenEnd))) {
            throw damaged(segment, damage, "and it does not look like a write that a crash interrupted");
        }
        segment.file()
                .write(ByteBuffer.allocate(Math.max(damage, writtenEnd) - extent.completeTo()), extent.completeTo());
        segment.file().force();
        return Optional.of("a write that a crash interrupted was cut from " + segment.name() + " at byte "
                + extent.completeTo() + "; nothing of it had been acknowledged, the log ends at entry "
                + replay.last().index());
    }

    private static DataFolderProblem damaged(Segment segment, int position, String why) {
        return new DataFolderProblem("the block log is damaged: " + segment.name() + " is not readable at byte "
                + position + ", " + why + "; " + ADVICE);
    }
}
