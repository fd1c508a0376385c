package org.khazana.storage.blocklog;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The bytes of a whole segment file, read once at start-up. */
record SegmentImage(SegmentHeader header, ByteBuffer bytes) {
    private static final int SECTOR_BYTES = 512;

    Optional<LogRecord> recordAt(int position) {
        return RecordCodec.decode(bytes, position, header.salt(), position);
    }

    /** Bytes of the record at {@code position}, which is intact. */
    int recordBytesAt(int position) {
        return RecordCodec.claimedBytes(bytes, position).orElseThrow();
    }

    /** End of the last byte that is not zero; {@code from} if there is none after it. */
    int endOfWrittenBytes(int from) {
        int end = bytes.limit();
        // Nearly all of a segment may be zeros still, which eight at a time are passed over at start-up.
        while (end - Long.BYTES >= from && bytes.getLong(end - Long.BYTES) == 0) {
            end -= Long.BYTES;
        }
        while (end > from && bytes.get(end - 1) == 0) {
            end--;
        }
        return end;
    }

    /** Position of the first intact record after {@code position}, looking at every place where one could stand. */
    Optional<Integer> nextIntactRecord(int position, int end) {
        for (int at = position + RecordCodec.ALIGNMENT; at < end; at += RecordCodec.ALIGNMENT) {
            if (recordAt(at).isPresent()) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** The highest batch that an intact record after {@code position} says was durable; 0 if there is none. */
    long highestDurableClaim(int position, int end) {
        long highest = 0;
        Optional<Integer> at = nextIntactRecord(position, end);
        while (at.isPresent()) {
            highest = Math.max(highest, recordAt(at.get()).orElseThrow().stamp().durableBatch());
            at = nextIntactRecord(at.get(), end);
        }
        return highest;
    }

    /**
     * Whether the damage at {@code position} can be a write that never reached the disk. Segments are zero before they
     * are written and disks write whole sectors, so such a write leaves at least one sector of it zero; decay does not.
     * The damaged record ends where it says, or where the next intact record begins.
     */
    boolean looksUnwritten(int position, Optional<Integer> nextIntactRecord) {
        int claimedEnd = position + RecordCodec.claimedBytes(bytes, position).orElse(RecordCodec.ALIGNMENT);
        int end = Math.min(claimedEnd, nextIntactRecord.orElse(claimedEnd));
        int from = position;
        while (from < end) {
            int to = Math.min(end, (from / SECTOR_BYTES + 1) * SECTOR_BYTES);
            if (isZero(bytes, from, to)) {
                return true;
            }
            from = to;
        }
        return false;
    }

    static boolean isZero(ByteBuffer bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes.get(at) != 0) {
                return false;
            }
        }
        return true;
    }
}
