package org.khazana.storage.blocklog;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.khazana.consensus.log.EntryHash;
import org.khazana.storage.DataFolderProblem;

/**
 * What stands at the start of a segment file, in a 4 KiB block of its own that is never written again. Written and
 * forced before the file gets its final name, and after everything in the segment before was forced.
 *
 * @param number of the segment, from 1, without gaps
 * @param segmentBytes size of the whole file
 * @param genesis hash of the log's index 0: the network it belongs to
 * @param firstIndex index that the next entry had when the segment was begun
 * @param firstBatch number of the first batch in it; all before are durable
 * @param salt random, part of every record's check sum, so that nobody outside can compose bytes that pass for a record
 */
record SegmentHeader(int number, int segmentBytes, EntryHash genesis, long firstIndex, long firstBatch, long salt) {
    static final int BYTES = 4096;
    static final int FORMAT_VERSION = 1;
    private static final long MAGIC = 0x4B48415A4C4F4731L; // KHAZLOG1
    private static final int CONTENT_BYTES = 8 + 4 + 4 + 4 + EntryHash.BYTES + 8 + 8 + 8;

    ByteBuffer encode() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putLong(MAGIC)
                .putInt(FORMAT_VERSION)
                .putInt(number)
                .putInt(segmentBytes)
                .put(genesis.toBytes())
                .putLong(firstIndex)
                .putLong(firstBatch)
                .putLong(salt);
        return bytes.putInt(checkSum(bytes)).rewind();
    }

    /**
     * Reads the first {@link #BYTES} of the file {@code name}; empty if they are damaged. Every byte counts, also the
     * unused ones.
     *
     * @throws DataFolderProblem if a newer Khazana wrote them
     */
    static Optional<SegmentHeader> decode(ByteBuffer bytes, String name) {
        boolean intact = bytes.getLong(0) == MAGIC
                && bytes.getInt(CONTENT_BYTES) == checkSum(bytes)
                && SegmentImage.isZero(bytes, CONTENT_BYTES + 4, BYTES);
        if (!intact) {
            return Optional.empty();
        }
        ByteBuffer content = bytes.duplicate().position(8);
        int version = content.getInt();
        if (version != FORMAT_VERSION) {
            throw new DataFolderProblem("file " + name + " of the block log has format " + version
                    + ", this Khazana knows " + FORMAT_VERSION + "; start the Khazana that wrote it, or a newer one");
        }
        byte[] genesis = new byte[EntryHash.BYTES];
        int number = content.getInt();
        int segmentBytes = content.getInt();
        content.get(genesis);
        return Optional.of(new SegmentHeader(
                number, segmentBytes, EntryHash.of(genesis), content.getLong(), content.getLong(), content.getLong()));
    }

    private static int checkSum(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate().position(0).limit(CONTENT_BYTES));
        return (int) sum.getValue();
    }
}
