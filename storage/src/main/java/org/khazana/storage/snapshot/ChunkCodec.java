package org.khazana.storage.snapshot;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.khazana.storage.rocksdb.Row;

/**
 * One chunk as bytes: rows in the order of their keys. Whatever rows a chunk holds, it has one byte form. Layout: {@code
 * docs/proofs.md}.
 */
final class ChunkCodec {
    private static final int KEY_BYTES_MAX = 65_535;

    private ChunkCodec() {}

    static int rowBytes(Row row) {
        return Short.BYTES + row.key().length + Integer.BYTES + row.value().length;
    }

    static void putRow(ByteBuffer out, Row row) {
        if (row.key().length > KEY_BYTES_MAX) {
            throw new IllegalArgumentException("a key of " + row.key().length + " bytes");
        }
        out.putShort((short) row.key().length)
                .put(row.key())
                .putInt(row.value().length)
                .put(row.value());
    }

    /**
     * Reads one whole chunk; there is at least one row in it, and no key is empty.
     *
     * @throws MalformedSnapshot if {@code chunk} is anything else, or its rows are out of order
     */
    static List<Row> decode(byte[] chunk) throws MalformedSnapshot {
        if (chunk.length > SnapshotManifest.CHUNK_BYTES_MAX) {
            throw new MalformedSnapshot("a chunk of " + chunk.length + " bytes");
        }
        try {
            return read(ByteBuffer.wrap(chunk));
        } catch (BufferUnderflowException cut) {
            throw new MalformedSnapshot("a chunk that is cut short", cut);
        }
    }

    private static List<Row> read(ByteBuffer in) throws MalformedSnapshot {
        List<Row> rows = new ArrayList<>();
        byte[] before = {};
        while (in.hasRemaining()) {
            byte[] key = bytes(in, Short.toUnsignedInt(in.getShort()));
            Row row = new Row(key, bytes(in, in.getInt()));
            require(Arrays.compareUnsigned(before, key) < 0, "keys out of order");
            before = key;
            rows.add(row);
        }
        require(!rows.isEmpty(), "a chunk without rows");
        return rows;
    }

    private static void require(boolean holds, String otherwise) throws MalformedSnapshot {
        if (!holds) {
            throw new MalformedSnapshot(otherwise);
        }
    }

    private static byte[] bytes(ByteBuffer in, int count) {
        if (count < 0 || count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }
}
