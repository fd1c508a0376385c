package org.khazana.storage.snapshot;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.khazana.storage.rocksdb.Row;

/**
 * One chunk as bytes: rows in order, the name of a column before its first row in the chunk. Whatever rows a chunk holds,
 * it has one byte form. Layout: {@code docs/proofs.md}.
 */
final class ChunkCodec {
    private static final int COLUMN = 1;
    private static final int ROW = 2;
    private static final int NAME_BYTES_MAX = 255;
    private static final int KEY_BYTES_MAX = 65_535;

    private ChunkCodec() {}

    /** What {@code column} costs before its first row. */
    static int columnBytes(String column) {
        return 2 + name(column).length;
    }

    static int rowBytes(Row row) {
        return 1 + Short.BYTES + row.key().length + Integer.BYTES + row.value().length;
    }

    static void putColumn(ByteBuffer out, String column) {
        byte[] name = name(column);
        out.put((byte) COLUMN).put((byte) name.length).put(name);
    }

    static void putRow(ByteBuffer out, Row row) {
        if (row.key().length > KEY_BYTES_MAX) {
            throw new IllegalArgumentException("a key of " + row.key().length + " bytes");
        }
        out.put((byte) ROW)
                .putShort((short) row.key().length)
                .put(row.key())
                .putInt(row.value().length)
                .put(row.value());
    }

    private static byte[] name(String column) {
        byte[] name = column.getBytes(StandardCharsets.UTF_8);
        if (name.length == 0 || name.length > NAME_BYTES_MAX) {
            throw new IllegalArgumentException("a column named '" + column + "'");
        }
        return name;
    }

    /**
     * Reads one whole chunk.
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
        String column = "";
        byte[] before = {};
        boolean named = false; // the column, by the record just read
        while (in.hasRemaining()) {
            int kind = in.get();
            if (kind == COLUMN && !named) {
                byte[] name = bytes(in, Byte.toUnsignedInt(in.get()));
                String next = new String(name, StandardCharsets.UTF_8);
                require(Arrays.equals(name, utf8(next)), "a column whose name is not UTF-8");
                require(Arrays.compareUnsigned(utf8(column), utf8(next)) < 0, "columns out of order");
                column = next;
                named = true;
            } else if (kind == ROW && !column.isEmpty()) {
                byte[] key = bytes(in, Short.toUnsignedInt(in.getShort()));
                Row row = new Row(column, key, bytes(in, in.getInt()));
                require(named || Arrays.compareUnsigned(before, key) < 0, "keys out of order");
                before = key;
                named = false;
                rows.add(row);
            } else {
                throw new MalformedSnapshot("record kind " + kind + " is not known or not due in a chunk");
            }
        }
        require(!named && !rows.isEmpty(), "a column without rows");
        return rows;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
