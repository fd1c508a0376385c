package org.khazana.storage.blocklog;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.consensus.wire.ConfigurationCodec;
import org.khazana.consensus.wire.MalformedMessage;
import org.khazana.storage.DataFolderProblem;

/**
 * What stands at the start of a segment file, in blocks of 4 KiB of its own that are never written again. Written and
 * forced before the file gets its final name, and after everything in the segment before was forced. It holds all that
 * is needed to begin a log with this segment, because those before may be deleted.
 *
 * @param number of the segment, one more than that of the segment before
 * @param segmentBytes size of the whole file
 * @param genesis hash of the log's index 0: the network it belongs to
 * @param restartsLog whether the log begins here, whatever segments stand before: a snapshot took their place, or they were lost
 * @param base the last entry before this segment
 * @param configuration in force at {@code base}
 * @param firstBatch number of the first batch in it; all before are durable
 * @param salt random, part of every record's check sum, so that nobody outside can compose bytes that pass for a record
 */
record SegmentHeader(
        int number,
        int segmentBytes,
        EntryHash genesis,
        boolean restartsLog,
        EntryMetadata base,
        PlacedConfiguration configuration,
        long firstBatch,
        long salt) {
    static final int FORMAT_VERSION = 2;

    private static final long MAGIC = 0x4B48415A4C4F4731L; // KHAZLOG1
    private static final int BLOCK_BYTES = 4096;
    // Magic, version and length of the content are in front in every version, so that a newer one can be told.
    private static final int ENVELOPE_BYTES = 16;
    private static final int FIXED_BYTES = ENVELOPE_BYTES + 3 * 4 + 6 * 8 + 2 * EntryHash.BYTES;
    private static final int CHECK_SUM_BYTES = 4;

    /** The most bytes that a header of any segment takes. */
    static final int BYTES_MAX = bytes(FIXED_BYTES + ConfigurationCodec.BYTES_MAX);

    /** Bytes of the file that the header takes; the first record stands after them. */
    int bytes() {
        return bytes(FIXED_BYTES + ConfigurationCodec.encode(configuration.configuration()).length);
    }

    private static int bytes(int contentBytes) {
        return Math.ceilDiv(contentBytes + CHECK_SUM_BYTES, BLOCK_BYTES) * BLOCK_BYTES;
    }

    ByteBuffer encode() {
        byte[] members = ConfigurationCodec.encode(configuration.configuration());
        int contentBytes = FIXED_BYTES + members.length;
        ByteBuffer bytes = ByteBuffer.allocate(bytes(contentBytes));
        bytes.putLong(MAGIC).putInt(FORMAT_VERSION).putInt(contentBytes);
        bytes.putInt(number).putInt(segmentBytes).putInt(restartsLog ? 1 : 0).put(genesis.toBytes());
        bytes.putLong(base.index()).putLong(base.term().number()).putLong(base.timeMillis());
        bytes.put(base.hash().toBytes());
        bytes.putLong(firstBatch).putLong(salt).putLong(configuration.index()).put(members);
        return bytes.putInt(checkSum(bytes, contentBytes)).rewind();
    }

    /**
     * Reads the header in the first bytes of the file {@code name}; empty if it is damaged. Every byte counts, also the
     * unused ones.
     *
     * @param bytes {@link #BYTES_MAX} of the file, or as many as it has
     * @throws DataFolderProblem if another version of Khazana wrote it
     */
    static Optional<SegmentHeader> decode(ByteBuffer bytes, String name) {
        if (bytes.limit() < BLOCK_BYTES || bytes.getLong(0) != MAGIC) {
            return Optional.empty();
        }
        int contentBytes = bytes.getInt(12);
        boolean intact = contentBytes >= ENVELOPE_BYTES
                && contentBytes <= BYTES_MAX - CHECK_SUM_BYTES
                && bytes(contentBytes) <= bytes.limit()
                && bytes.getInt(contentBytes) == checkSum(bytes, contentBytes)
                && SegmentImage.isZero(bytes, contentBytes + CHECK_SUM_BYTES, bytes(contentBytes));
        if (!intact) {
            return Optional.empty();
        }
        int version = bytes.getInt(8);
        if (version != FORMAT_VERSION) {
            throw new DataFolderProblem("file " + name + " of the block log has format " + version
                    + ", this Khazana knows " + FORMAT_VERSION + "; start the Khazana that wrote it");
        }
        return contentBytes < FIXED_BYTES
                ? Optional.empty()
                : content(bytes.duplicate().limit(contentBytes).position(ENVELOPE_BYTES), name);
    }

    private static Optional<SegmentHeader> content(ByteBuffer bytes, String name) {
        int number = bytes.getInt();
        int segmentBytes = bytes.getInt();
        boolean restartsLog = bytes.getInt() == 1;
        EntryHash genesis = hash(bytes);
        long index = bytes.getLong();
        long term = bytes.getLong();
        long timeMillis = bytes.getLong();
        EntryHash hash = hash(bytes);
        long firstBatch = bytes.getLong();
        long salt = bytes.getLong();
        long configurationIndex = bytes.getLong();
        if (index < 0 || term < 0 || configurationIndex < 0) {
            return Optional.empty();
        }
        byte[] members = new byte[bytes.remaining()];
        bytes.get(members);
        try {
            return Optional.of(new SegmentHeader(
                    number,
                    segmentBytes,
                    genesis,
                    restartsLog,
                    new EntryMetadata(new EntryId(new Term(term), index), timeMillis, hash),
                    new PlacedConfiguration(configurationIndex, ConfigurationCodec.decode(members)),
                    firstBatch,
                    salt));
        } catch (MalformedMessage e) {
            throw new DataFolderProblem(
                    "file " + name + " of the block log names members in a way that this Khazana cannot read ("
                            + e.getMessage() + "); start the Khazana that wrote it",
                    e);
        }
    }

    private static EntryHash hash(ByteBuffer source) {
        byte[] bytes = new byte[EntryHash.BYTES];
        source.get(bytes);
        return EntryHash.of(bytes);
    }

    private static int checkSum(ByteBuffer bytes, int contentBytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate().position(0).limit(contentBytes));
        return (int) sum.getValue();
    }
}
