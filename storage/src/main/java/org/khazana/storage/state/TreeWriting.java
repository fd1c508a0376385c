package org.khazana.storage.state;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.statetree.LeafKey;
import org.khazana.ledger.statetree.StateGroup;
import org.khazana.ledger.statetree.StatePath;
import org.khazana.ledger.statetree.TreeUpdate;
import org.khazana.ledger.table.TableWrites;
import org.khazana.storage.schema.OwnKey;
import org.khazana.storage.schema.OwnTables;

/** Writes what a block does to the state tree, in the batch of the block. */
record TreeWriting(TableWrites writes) {

    /**
     * Writes the changes, keeps the keys of entries in groups, and keeps what the changed records were before.
     *
     * @param rows what stands in a row now, before the block
     */
    void write(TreeUpdate update, ChangedRecords changed, Function<byte[], Optional<byte[]>> rows) {
        if (update.height() > 0) { // the founding changes nothing that was there before
            new TreeChanges(changed.entries(), update.staleLeaves()).write(update.height(), writes);
        }
        changed.forEach(update.staleLeaves(), (earlier, row) -> {
            writes.write(
                    OwnTables.EARLIER,
                    OwnKey.of(bytes(earlier)),
                    rows.apply(row).orElseThrow());
        });
        Set<StatePath> before = update.staleLeaves().stream().map(LeafKey::path).collect(toUnmodifiableSet());
        changed.forEach(
                update.leaves().stream()
                        .filter(leaf -> !before.contains(leaf.path()))
                        .toList(),
                this::keepKey);
    }

    /** Of an entry that begins in a group: whoever walks through the tree finds only its path. */
    private void keepKey(LeafKey entry, byte[] row) {
        if (StateGroup.areGrouped(row[0])) {
            writes.write(
                    OwnTables.GROUPED,
                    OwnKey.of(entry.path().hash().toBytes()),
                    Arrays.copyOfRange(row, 1, row.length));
        }
    }

    /** Path (32), height (8). */
    static byte[] bytes(LeafKey leaf) {
        return ByteBuffer.allocate(Hash.BYTES + Long.BYTES)
                .put(leaf.path().hash().toBytes())
                .putLong(leaf.height())
                .array();
    }
}
