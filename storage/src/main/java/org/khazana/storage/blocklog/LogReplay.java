package org.khazana.storage.blocklog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;

/**
 * Walks the records of all segments in the order in which they were written and adds them up to the log. Only complete
 * batches count, and only those that follow from what stands before them.
 */
final class LogReplay {
    private final LogContents contents;
    // The fields below move on with each batch; recovery is single-threaded.
    private EntryMetadata last;
    private long lastBatch;
    private long durableClaim;

    /** @param contents which so far hold nothing but {@code first} */
    LogReplay(LogContents contents, SegmentHeader first) {
        this.contents = contents;
        this.last = first.base();
        this.lastBatch = first.firstBatch() - 1;
    }

    /**
     * How far a segment is good.
     *
     * @param completeTo end of the last complete batch
     * @param readableTo end of the last intact record before the first that is not, or that does not follow from those
     *     before; no less than {@code completeTo}
     * @param contradicts whether an intact record stands at {@code readableTo} that does not follow
     */
    record Extent(int completeTo, int readableTo, boolean contradicts) {}

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

    /** Whether the segment with {@code header} begins where the log ends so far. */
    boolean leadsTo(SegmentHeader header) {
        return header.firstBatch() == lastBatch + 1 && header.base().equals(last);
    }

    /** Adds the batches of {@code segment}, which the log leads to. */
    Extent replay(Segment segment, SegmentImage image) throws IOException {
        durableClaim = Math.max(durableClaim, lastBatch);
        int completeTo = segment.header().bytes();
        int position = completeTo;
        List<Placed> batch = new ArrayList<>();
        Optional<LogRecord> found = image.recordAt(position);
        while (found.isPresent()) {
            LogRecord logRecord = found.get();
            int bytes = image.recordBytesAt(position);
            if (logRecord.stamp().batch() != lastBatch + 1) {
                return new Extent(completeTo, position, true);
            }
            durableClaim = Math.max(durableClaim, logRecord.stamp().durableBatch());
            if (logRecord instanceof LogRecord.BatchEnd end) {
                if (!apply(batch, end)) {
                    return new Extent(completeTo, position, true);
                }
                batch.clear();
                completeTo = position + bytes;
            } else {
                batch.add(new Placed(logRecord, new EntryLocation(segment.number(), position, bytes)));
            }
            position += bytes;
            found = image.recordAt(position);
        }
        return new Extent(completeTo, position, false);
    }

    /** Adds a whole batch, one cut or entries, or nothing if it does not follow. */
    private boolean apply(List<Placed> batch, LogRecord.BatchEnd end) throws IOException {
        if (batch.size() == 1 && batch.get(0).logRecord() instanceof LogRecord.Truncate(var stamp, long fromIndex)) {
            if (fromIndex <= contents.base().index() || fromIndex > last.index() || end.lastIndex() != fromIndex - 1) {
                return false;
            }
            last = contents.metadata(fromIndex - 1).orElseThrow();
            contents.truncateFrom(fromIndex);
        } else {
            List<LogEntry> entries = entriesThatFollow(batch);
            if (entries.isEmpty()
                    || entries.size() != batch.size()
                    || entries.getLast().index() != end.lastIndex()) {
                return false;
            }
            for (int at = 0; at < entries.size(); at++) {
                contents.add(entries.get(at), batch.get(at).location());
            }
            last = entries.getLast().metadata();
        }
        lastBatch = end.stamp().batch();
        return true;
    }

    private List<LogEntry> entriesThatFollow(List<Placed> batch) {
        List<LogEntry> entries = new ArrayList<>();
        EntryMetadata parent = last;
        for (Placed placed : batch) {
            if (placed.logRecord() instanceof LogRecord.Entry(var stamp, LogEntry entry) && entry.follows(parent)) {
                entries.add(entry);
                parent = entry.metadata();
            }
        }
        return entries;
    }
}
