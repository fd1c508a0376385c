package org.khazana.storage.blocklog;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.PlacedConfiguration;

/** The end of the log, where batches are written. Used by one thread. */
final class LogTail {
    private static final int BATCH_BYTES_MAX = 1 << 20; // a larger single entry is a batch of its own

    private final LogDisk disk;
    private final EntryHash genesis;
    private final LogContents contents;
    private final DurableMark mark;
    private final int segmentBytes;
    private final BatchBuffer buffer = new BatchBuffer();
    private final List<EntryLocation> batchLocations = new ArrayList<>();
    private final List<LogEntry> batchEntries = new ArrayList<>();
    // The fields below are where writing stands; they belong to the writing thread.
    private NextSegment next;
    private Segment segment;
    private int position;
    private long lastBatch;
    private long durableBatch;
    private EntryMetadata last;

    LogTail(LogDisk disk, int segmentBytes, RecoveredLog recovered) throws IOException {
        this.disk = disk;
        this.segmentBytes = segmentBytes;
        this.genesis = recovered.genesis().hash();
        this.contents = recovered.contents();
        this.mark = recovered.mark();
        this.segment = recovered.current();
        this.position = recovered.position();
        this.lastBatch = recovered.lastBatch();
        this.durableBatch = recovered.lastBatch();
        this.last = recovered.last();
        this.next = NextSegment.begin(disk, segmentBytes);
    }

    EntryMetadata last() {
        return last;
    }

    /** Whether a record of this size fits into a segment at all. */
    boolean canEverHold(int recordBytes) {
        return recordBytes <= EntryLocation.RECORD_BYTES_MAX
                && recordBytes <= segmentBytes - segment.header().bytes() - RecordCodec.BATCH_END_BYTES;
    }

    /** Writes entries that follow each other, in one batch or in as many as their size asks for. */
    void append(List<LogEntry> entries) throws IOException {
        for (LogEntry entry : entries) {
            int recordBytes = RecordCodec.entryBytes(entry);
            if (buffer.size() > 0 && (buffer.size() + recordBytes > BATCH_BYTES_MAX || !fits(recordBytes))) {
                endBatch();
            }
            if (!fits(recordBytes)) {
                roll();
                Invariant.check(fits(recordBytes), "a record of %s bytes fits into no segment", recordBytes);
            }
            batchLocations.add(new EntryLocation(segment.number(), position + buffer.size(), recordBytes));
            batchEntries.add(entry);
            add(new LogRecord.Entry(stamp(), entry), recordBytes);
            last = entry.metadata();
        }
        endBatch();
    }

    /** Writes that entry {@code index} and all after it are gone. The bytes stay; nothing is ever overwritten. */
    void truncateFrom(long index) throws IOException {
        EntryMetadata newLast = contents.metadata(index - 1).orElseThrow();
        if (!fits(RecordCodec.TRUNCATE_BYTES)) {
            roll();
        }
        add(new LogRecord.Truncate(stamp(), index), RecordCodec.TRUNCATE_BYTES);
        last = newLast;
        endBatch();
        contents.truncateFrom(index);
    }

    /** Forces what was written, then gets one more piece of the next segment ready. */
    void sync() throws IOException {
        if (durableBatch < lastBatch) {
            segment.file().force();
            durableBatch = lastBatch;
            mark.write(marked());
            next.prepareOnePiece();
        }
    }

    private DurableMark.Content marked() {
        return new DurableMark.Content(durableBatch, contents.firstSegment(), segment.number());
    }

    private boolean fits(int recordBytes) {
        return position + buffer.size() + recordBytes + RecordCodec.BATCH_END_BYTES
                <= segment.header().segmentBytes();
    }

    private LogRecord.Stamp stamp() {
        return new LogRecord.Stamp(lastBatch + 1, durableBatch);
    }

    private void add(LogRecord logRecord, int recordBytes) {
        buffer.add(logRecord, recordBytes, segment.header().salt(), position + buffer.size());
    }

    private void endBatch() throws IOException {
        if (buffer.size() == 0) {
            return;
        }
        add(new LogRecord.BatchEnd(stamp(), last.index()), RecordCodec.BATCH_END_BYTES);
        segment.file().write(buffer.content(), position);
        position += buffer.size();
        lastBatch++;
        for (int i = 0; i < batchEntries.size(); i++) {
            contents.add(batchEntries.get(i), batchLocations.get(i));
        }
        batchEntries.clear();
        batchLocations.clear();
        buffer.clear();
    }

    /** Goes on in a new segment. The old one is forced first: only the last segment ever holds unsynced bytes. */
    private void roll() throws IOException {
        sync();
        contents.addSegment(beginSegment(false, last, contents.configurations().getLast()));
        mark.writeDurably(marked());
    }

    private Segment beginSegment(boolean restartsLog, EntryMetadata base, PlacedConfiguration configuration)
            throws IOException {
        int number = segment.number() + 1;
        if (number > EntryLocation.SEGMENTS_MAX) {
            throw new IOException("the block log has as many segments as it can have");
        }
        segment.file().seal();
        segment = next.finish(new SegmentHeader(
                number,
                segmentBytes,
                genesis,
                restartsLog,
                base,
                configuration,
                lastBatch + 1,
                new SecureRandom().nextLong()));
        position = segment.header().bytes();
        next = NextSegment.begin(disk, segmentBytes);
        return segment;
    }

    /** Goes on after {@code base} in a new segment, which takes the place of all others as soon as it has its name. */
    void restartAt(EntryMetadata base, Configuration configuration) throws IOException {
        sync();
        beginSegment(true, base, new PlacedConfiguration(base.index(), configuration));
        last = base;
        List<Segment> old = contents.restartWith(segment);
        mark.writeDurably(marked());
        delete(old);
    }

    /** Deletes the segments that hold nothing after {@code index}, oldest first. */
    void compactThrough(long index) throws IOException {
        int first = contents.firstSegmentNeeded(index);
        if (first > contents.firstSegment()) {
            // Before anything is gone: a first segment that is missing later was lost unless this says otherwise.
            mark.writeDurably(new DurableMark.Content(durableBatch, first, segment.number()));
            delete(contents.beginWith(first));
        }
    }

    private void delete(List<Segment> old) throws IOException {
        for (Segment each : old) {
            each.file().close();
            disk.delete(each.name());
            disk.syncFolder();
        }
    }

    void close() throws IOException {
        next.close();
        mark.file().force();
        mark.file().close();
        contents.close();
    }
}
