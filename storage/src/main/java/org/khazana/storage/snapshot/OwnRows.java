package org.khazana.storage.snapshot;

import java.nio.file.Path;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.TableWrites;
import org.khazana.storage.rocksdb.RocksStore;
import org.khazana.storage.schema.OwnKey;
import org.khazana.storage.schema.OwnTables;
import org.khazana.storage.schema.StoreTables;

/** What a node keeps for itself and no snapshot brings: it outlives the state beside which it was kept. */
final class OwnRows {
    private OwnRows() {}

    /** Adds the evidence and the steps in one database to another, where nothing is replaced; may be done again. Both are closed. */
    static void carryOver(Path from, Path to) {
        try (RocksStore before = RocksStore.openToLook(from, StoreTables.all());
                RocksStore after = RocksStore.open(to, StoreTables.all())) {
            after.write(writes -> {
                add(OwnTables.EVIDENCE, OwnKey.of(new byte[0]), before.newest(), writes);
                add(OwnTables.STEPS, 0L, before.newest(), writes);
            });
            after.flush();
        }
    }

    private static <K extends Comparable<K>> void add(
            Table<K, byte[]> table, K first, TableReads before, TableWrites after) {
        before.scan(table, first, (key, bytes) -> {
            if (after.get(table, key).isEmpty()) {
                after.write(table, key, bytes);
            }
            return true;
        });
    }
}
