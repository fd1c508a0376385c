package org.khazana.storage.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.statetree.LeafKey;
import org.khazana.ledger.statetree.TreeUpdate;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.TableWrites;
import org.khazana.storage.schema.OwnKey;
import org.khazana.storage.schema.OwnTables;

/**
 * Writes what a block does to the state tree, in the batch of the block; and forgets, a little with each block, what only trees of
 * heights need that are not kept.
 */
record TreeWriting(TableWrites writes) {
    private static final byte PAGE = 0;
    private static final byte RECORD = 1;

    /** So many are forgotten with a block at most: more than a block makes stale, or else there would be more and more. */
    private static final int FORGOTTEN_MAX = 65_536;

    private static final byte[] NOTHING = {};

    /**
     * Writes the pages, and keeps what the changed records were before.
     *
     * @param rows what stands in a row now, before the block
     */
    void write(TreeUpdate update, ChangedRecords changed, Function<byte[], Optional<byte[]>> rows) {
        update.pages()
                .forEach(page ->
                        writes.write(OwnTables.PAGES, OwnKey.of(page.key().toBytes()), page.toBytes()));
        update.stalePages().forEach(page -> markStale(update.height(), PAGE, page.toBytes()));
        changed.forEach(update.staleLeaves(), (earlier, row) -> {
            writes.write(
                    OwnTables.EARLIER,
                    OwnKey.of(bytes(earlier)),
                    rows.apply(row).orElseThrow());
            markStale(update.height(), RECORD, bytes(earlier));
        });
    }

    /** Path (32), height (8). */
    static byte[] bytes(LeafKey leaf) {
        return ByteBuffer.allocate(Hash.BYTES + Long.BYTES)
                .put(leaf.path().hash().toBytes())
                .putLong(leaf.height())
                .array();
    }

    private void markStale(long height, byte kind, byte[] key) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + 1 + key.length)
                .putLong(height)
                .put(kind)
                .put(key)
                .array();
        writes.write(OwnTables.STALE, OwnKey.of(bytes), NOTHING);
    }

    /**
     * Forgets what no tree of height {@code first} or above needs.
     *
     * @param from where to go on looking, as the last call has told; what was before it is forgotten already
     * @return where to go on next time
     */
    OwnKey forgetBelow(long first, OwnKey from, TableReads reads) {
        List<OwnKey> due = new ArrayList<>();
        reads.scan(OwnTables.STALE, from, (key, nothing) -> {
            boolean isDue = ByteBuffer.wrap(key.toBytes()).getLong() <= first && due.size() < FORGOTTEN_MAX;
            if (isDue) {
                due.add(key);
            }
            return isDue;
        });
        due.forEach(this::forget);
        return due.isEmpty() ? from : due.getLast();
    }

    private void forget(OwnKey stale) {
        byte[] bytes = stale.toBytes();
        Table<OwnKey, byte[]> table = bytes[Long.BYTES] == PAGE ? OwnTables.PAGES : OwnTables.EARLIER;
        byte[] key = new byte[bytes.length - Long.BYTES - 1];
        System.arraycopy(bytes, Long.BYTES + 1, key, 0, key.length);
        writes.erase(table, OwnKey.of(key));
        writes.erase(OwnTables.STALE, stale);
    }
}
