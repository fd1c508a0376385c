package org.khazana.storage.blocklog;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.wire.ConfigurationCodec;
import org.khazana.consensus.wire.MalformedMessage;
import org.khazana.storage.DataFolderProblem;

/**
 * Bytes of a record, big-endian: content length (4), type (4), batch (8), durable batch (8), what the type needs,
 * payload, zeros, CRC32C (4); as many zeros as bring the whole to a multiple of 8. The check sum is over the salt of
 * the segment, the position in the file and every byte before it, so a record is valid only where it was written.
 */
final class RecordCodec {
    static final int ALIGNMENT = 8;
    static final int TRUNCATE_BYTES = recordBytes(32);
    static final int BATCH_END_BYTES = recordBytes(32);

    private static final int STAMP_BYTES = 24;
    private static final int ENTRY_FIXED_BYTES = STAMP_BYTES + 24 + 2 * EntryHash.BYTES + 4;
    private static final byte[] NO_CONFIGURATION = {};
    private static final int MARK_BYTES = STAMP_BYTES + 8;
    private static final int CHECK_SUM_BYTES = 4;
    private static final int ENTRY = 0x0E;
    private static final int TRUNCATE = 0x07;
    private static final int BATCH_END = 0x0B;

    private RecordCodec() {}

    /** Bytes of a record on disk that carries one entry. */
    static int entryBytes(LogEntry entry) {
        return recordBytes(contentBytes(entry));
    }

    private static int contentBytes(LogEntry entry) {
        return Math.addExact(
                ENTRY_FIXED_BYTES + configurationBytes(entry).length,
                entry.payload().size());
    }

    private static byte[] configurationBytes(LogEntry entry) {
        return entry.configuration().map(ConfigurationCodec::encode).orElse(NO_CONFIGURATION);
    }

    private static int recordBytes(int contentBytes) {
        return Math.addExact(contentBytes, CHECK_SUM_BYTES + ALIGNMENT - 1) & -ALIGNMENT;
    }

    /** Appends {@code logRecord} to {@code target}; its first byte will stand at {@code position} of the file. */
    static void encode(LogRecord logRecord, long salt, int position, ByteBuffer target) {
        int start = target.position();
        switch (logRecord) {
            case LogRecord.Entry(LogRecord.Stamp stamp, LogEntry entry) -> {
                byte[] configuration = configurationBytes(entry);
                putStamp(target, ENTRY, contentBytes(entry), stamp);
                target.putLong(entry.index()).putLong(entry.term().number()).putLong(entry.timeMillis());
                target.put(entry.parentHash().toBytes()).put(entry.hash().toBytes());
                target.putInt(configuration.length).put(configuration);
                target.put(entry.payload().bytes());
            }
            case LogRecord.Truncate(LogRecord.Stamp stamp, long fromIndex) ->
                putStamp(target, TRUNCATE, MARK_BYTES, stamp).putLong(fromIndex);
            case LogRecord.BatchEnd(LogRecord.Stamp stamp, long lastIndex) ->
                putStamp(target, BATCH_END, MARK_BYTES, stamp).putLong(lastIndex);
        }
        int checkSumAt = start + recordBytes(target.position() - start) - CHECK_SUM_BYTES;
        while (target.position() < checkSumAt) {
            target.put((byte) 0);
        }
        target.putInt(
                checkSum(salt, position, target.duplicate().limit(checkSumAt).position(start)));
    }

    private static ByteBuffer putStamp(ByteBuffer target, int type, int contentBytes, LogRecord.Stamp stamp) {
        return target.putInt(contentBytes).putInt(type).putLong(stamp.batch()).putLong(stamp.durableBatch());
    }

    /**
     * How long the record at {@code at} says it is, if its length fits its type and ends within {@code source}; empty
     * for anything else, such as zeros. Says nothing about whether it is intact.
     */
    static Optional<Integer> claimedBytes(ByteBuffer source, int at) {
        if (at + BATCH_END_BYTES > source.limit()) {
            return Optional.empty();
        }
        int contentBytes = source.getInt(at);
        boolean fits = switch (source.getInt(at + 4)) {
            case ENTRY -> contentBytes >= ENTRY_FIXED_BYTES && contentBytes <= source.limit() - at;
            case TRUNCATE, BATCH_END -> contentBytes == MARK_BYTES;
            default -> false;
        };
        if (!fits) {
            return Optional.empty();
        }
        int recordBytes = recordBytes(contentBytes);
        return at + recordBytes <= source.limit() ? Optional.of(recordBytes) : Optional.empty();
    }

    /**
     * The intact record at {@code at}; empty if there is none.
     *
     * @param position of that byte in the file
     */
    static Optional<LogRecord> decode(ByteBuffer source, int at, long salt, int position) {
        return claimedBytes(source, at)
                .filter(bytes -> isIntact(source, at, bytes, salt, position))
                .flatMap(bytes -> content(source.duplicate().position(at)));
    }

    private static boolean isIntact(ByteBuffer source, int at, int recordBytes, long salt, int position) {
        int checkSumAt = at + recordBytes - CHECK_SUM_BYTES;
        ByteBuffer checked = source.duplicate().limit(checkSumAt).position(at);
        return source.getInt(checkSumAt) == checkSum(salt, position, checked);
    }

    private static Optional<LogRecord> content(ByteBuffer source) {
        int variableBytes = source.getInt() - ENTRY_FIXED_BYTES;
        int type = source.getInt();
        LogRecord.Stamp stamp = new LogRecord.Stamp(source.getLong(), source.getLong());
        return switch (type) {
            case ENTRY -> entry(source, variableBytes).map(entry -> new LogRecord.Entry(stamp, entry));
            case TRUNCATE -> Optional.of(new LogRecord.Truncate(stamp, source.getLong()));
            default -> Optional.of(new LogRecord.BatchEnd(stamp, source.getLong()));
        };
    }

    private static Optional<LogEntry> entry(ByteBuffer source, int variableBytes) {
        long index = source.getLong();
        long term = source.getLong();
        long timeMillis = source.getLong();
        EntryHash parentHash = hash(source);
        EntryHash hash = hash(source);
        int configurationBytes = source.getInt();
        if (index < 0 || term < 0 || configurationBytes < 0 || configurationBytes > variableBytes) {
            return Optional.empty();
        }
        byte[] configuration = new byte[configurationBytes];
        source.get(configuration);
        byte[] payload = new byte[variableBytes - configurationBytes];
        source.get(payload);
        return Optional.of(new LogEntry(
                new EntryId(new Term(term), index),
                timeMillis,
                parentHash,
                hash,
                Payload.wrap(payload),
                configurationBytes == 0 ? Optional.empty() : Optional.of(configuration(configuration))));
    }

    private static Configuration configuration(byte[] bytes) {
        try {
            return ConfigurationCodec.decode(bytes);
        } catch (MalformedMessage e) {
            throw new DataFolderProblem(
                    "the block log holds a configuration that this Khazana cannot read: " + e.getMessage(), e);
        }
    }

    private static EntryHash hash(ByteBuffer source) {
        byte[] bytes = new byte[EntryHash.BYTES];
        source.get(bytes);
        return EntryHash.of(bytes);
    }

    static int checkSum(long salt, int position, ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(ByteBuffer.allocate(12).putLong(salt).putInt(position).flip());
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
