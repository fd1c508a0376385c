package org.khazana.storage.blocklog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.storage.DataFolderProblem;

/**
 * Walks the records of all segments in the order in which they were written and adds them up to the log. Only complete
 * batches count. A record that is intact but does not fit the ones before can be neither a torn write nor decay of one
 * record, so it is refused at once.
 */
final class LogReplay {
    private final LogContents contents;
    // The fields below move on with each batch; recovery is single-threaded.
    private EntryMetadata last;
    private long lastBatch;
    private long durableClaim;

    LogReplay(LogContents contents) {
        this.contents = contents;
        this.last = contents.genesis();
    }

    /**
     * How far a segment is good.
     *
     * @param completeTo end of the last complete batch
     * @param readableTo end of the last intact record before the first that is not; no less than {@code completeTo}
     */
    record Extent(int completeTo, int readableTo) {}

    /** A record that counts only once the end of its batch was seen. */
    private record Placed(LogRecord logRecord, EntryLocation location) {}

    EntryMetadata last() {
        return last;
    }

    long lastBatch() {
        return lastBatch;
    }

    /** The highest batch that any record seen so far says was durable. */
    long durableClaim() {
        return durableClaim;
    }

    Extent replay(Segment segment, SegmentImage image) throws IOException {
        require(
                segment.header().firstBatch() == lastBatch + 1
                        && segment.header().firstIndex() == last.index() + 1,
                segment,
                SegmentHeader.BYTES);
        durableClaim = Math.max(durableClaim, lastBatch);
        int completeTo = SegmentHeader.BYTES;
        int position = completeTo;
        List<Placed> batch = new ArrayList<>();
        Optional<LogRecord> found = image.recordAt(position);
        while (found.isPresent()) {
            LogRecord logRecord = found.get();
            int bytes = image.recordBytesAt(position);
            require(logRecord.stamp().batch() == lastBatch + 1, segment, position);
            durableClaim = Math.max(durableClaim, logRecord.stamp().durableBatch());
            batch.add(new Placed(logRecord, new EntryLocation(segment.number(), position, bytes)));
            position += bytes;
            if (logRecord instanceof LogRecord.BatchEnd) {
                apply(batch, segment);
                batch.clear();
                completeTo = position;
            }
            found = image.recordAt(position);
        }
        return new Extent(completeTo, position);
    }

    private void apply(List<Placed> batch, Segment segment) throws IOException {
        for (Placed placed : batch) {
            int position = placed.location().position();
            switch (placed.logRecord()) {
                case LogRecord.Entry(LogRecord.Stamp stamp, LogEntry entry) -> {
                    require(entry.follows(last), segment, position);
                    contents.add(entry, placed.location());
                    last = entry.metadata();
                }
                case LogRecord.Truncate(LogRecord.Stamp stamp, long fromIndex) -> {
                    require(fromIndex >= 1 && fromIndex <= last.index(), segment, position);
                    contents.truncateFrom(fromIndex);
                    last = contents.metadata(fromIndex - 1).orElseThrow();
                }
                case LogRecord.BatchEnd(LogRecord.Stamp stamp, long lastIndex) -> {
                    require(lastIndex == last.index(), segment, position);
                    lastBatch = stamp.batch();
                }
            }
        }
    }

    private static void require(boolean fits, Segment segment, int position) {
        if (!fits) {
            throw new DataFolderProblem("the block log is damaged: " + segment.name() + " holds at byte " + position
                    + " something that does not follow from what stands before it; " + LogRecovery.ADVICE);
        }
    }
}
