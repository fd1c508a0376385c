package org.khazana.storage.snapshot;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import org.khazana.consensus.Invariant;
import org.khazana.storage.rocksdb.Row;
import org.khazana.storage.rocksdb.RowSource;

/**
 * One chunk cut from a state: as many rows as fit, so that the same state gives the same chunks everywhere.
 *
 * @param next the key with which the next chunk begins; empty after the last row
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record ChunkCut(byte[] bytes, Optional<byte[]> next) {

    /** The chunk whose first row is the first at or after the key {@code from}; it has one. */
    static ChunkCut of(RowSource rows, byte[] from) {
        Filling filling = new Filling();
        rows.scan(from, filling::take);
        return filling.cut();
    }

    /** A chunk on the way. Short-lived, of one thread. */
    private static final class Filling {
        private final ByteBuffer buffer = ByteBuffer.allocate(SnapshotManifest.CHUNK_BYTES_MAX);
        private final ArrayDeque<byte[]> next = new ArrayDeque<>(1);

        boolean take(Row row) {
            int bytes = ChunkCodec.rowBytes(row);
            if (bytes > buffer.remaining()) {
                Invariant.check(buffer.position() > 0, "a row of %s bytes fits into no chunk", bytes);
                next.add(row.key());
                return false;
            }
            ChunkCodec.putRow(buffer, row);
            return true;
        }

        ChunkCut cut() {
            return new ChunkCut(Arrays.copyOf(buffer.array(), buffer.position()), Optional.ofNullable(next.peek()));
        }
    }
}
