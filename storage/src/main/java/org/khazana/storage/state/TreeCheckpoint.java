package org.khazana.storage.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.statetree.PageKey;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.TableWrites;
import org.khazana.storage.schema.OwnTables;

/**
 * A tree all of whose pages are on disk. Of the trees between two of them only the changes are.
 *
 * @param height of the block after which the state was so
 * @param root where it begins
 * @param stalePages that the checkpoint before needs, and neither this one nor any later one
 */
record TreeCheckpoint(long height, StateRoot root, List<PageKey> stalePages) {
    TreeCheckpoint {
        stalePages = List.copyOf(stalePages);
    }

    /** The newest one that is not above that height. */
    static Optional<TreeCheckpoint> newestUpTo(long height, TableReads reads) {
        List<TreeCheckpoint> found = new ArrayList<>(1);
        reads.scanDown(OwnTables.TREES, height, (at, bytes) -> {
            found.add(of(at, bytes));
            return false;
        });
        return found.stream().findFirst();
    }

    /** The oldest one that is not below that height. */
    static Optional<TreeCheckpoint> oldestFrom(long height, TableReads reads) {
        List<TreeCheckpoint> found = new ArrayList<>(1);
        reads.scan(OwnTables.TREES, height, (at, bytes) -> {
            found.add(of(at, bytes));
            return false;
        });
        return found.stream().findFirst();
    }

    TreeCheckpoint withoutStalePages() {
        return new TreeCheckpoint(height, root, List.of());
    }

    /** The root after its length (2), then each page after the length of its key (2). */
    void write(TableWrites writes) {
        byte[] begin = root.toBytes();
        List<byte[]> keys = stalePages.stream().map(PageKey::toBytes).toList();
        int length = Math.addExact(
                Short.BYTES + begin.length,
                keys.stream().mapToInt(key -> Short.BYTES + key.length).sum());
        ByteBuffer bytes = ByteBuffer.allocate(length);
        put(begin, bytes);
        keys.forEach(key -> put(key, bytes));
        writes.write(OwnTables.TREES, height, bytes.array());
    }

    private static void put(byte[] part, ByteBuffer bytes) {
        bytes.putShort((short) part.length).put(part);
    }

    private static TreeCheckpoint of(long height, byte[] row) {
        ByteBuffer bytes = ByteBuffer.wrap(row);
        StateRoot root = StateRoot.of(part(bytes));
        List<PageKey> stalePages = new ArrayList<>();
        while (bytes.hasRemaining()) {
            stalePages.add(PageKey.of(part(bytes)));
        }
        return new TreeCheckpoint(height, root, stalePages);
    }

    private static byte[] part(ByteBuffer bytes) {
        byte[] part = new byte[Short.toUnsignedInt(bytes.getShort())];
        bytes.get(part);
        return part;
    }
}
