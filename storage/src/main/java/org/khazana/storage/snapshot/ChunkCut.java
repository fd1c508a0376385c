package org.khazana.storage.snapshot;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.khazana.consensus.Invariant;
import org.khazana.storage.rocksdb.Row;
import org.khazana.storage.rocksdb.RowSource;

/**
 * One chunk cut from a state: as many rows as fit, so that the same state gives the same chunks everywhere.
 *
 * @param next where the next chunk begins; empty after the last row
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record ChunkCut(byte[] bytes, Optional<Place> next) {

    /** Where a row stands. */
    @SuppressWarnings("ArrayRecordComponent")
    record Place(String column, byte[] key) {
        static final Place FIRST = new Place("", new byte[0]);
    }

    /** The chunk whose first row is the first at or after {@code from}. */
    static ChunkCut of(RowSource rows, Place from) {
        Filling filling = new Filling();
        for (String column : rows.columns()) {
            if (column.compareTo(from.column()) >= 0 && !filling.isFull()) {
                rows.scan(column, column.equals(from.column()) ? from.key() : new byte[0], filling::take);
            }
        }
        return filling.cut();
    }

    /** A chunk on the way. Short-lived, of one thread. */
    private static final class Filling {
        private final ByteBuffer buffer = ByteBuffer.allocate(SnapshotManifest.CHUNK_BYTES_MAX);
        private final ArrayDeque<Place> next = new ArrayDeque<>(1);
        private final Set<String> named = new HashSet<>();

        boolean isFull() {
            return !next.isEmpty();
        }

        boolean take(Row row) {
            boolean isNamed = named.contains(row.column());
            int bytes = ChunkCodec.rowBytes(row) + (isNamed ? 0 : ChunkCodec.columnBytes(row.column()));
            if (bytes > buffer.remaining()) {
                Invariant.check(buffer.position() > 0, "a row of %s bytes fits into no chunk", bytes);
                next.add(new Place(row.column(), row.key()));
                return false;
            }
            if (named.add(row.column())) {
                ChunkCodec.putColumn(buffer, row.column());
            }
            ChunkCodec.putRow(buffer, row);
            return true;
        }

        ChunkCut cut() {
            return new ChunkCut(Arrays.copyOf(buffer.array(), buffer.position()), Optional.ofNullable(next.peek()));
        }
    }
}
