package org.khazana.ledger.statetree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.Hasher;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.table.RecordWrites;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TablesInMemory;

/** Turns records of tables into entries of the state tree. Indexes are left out, for they follow from the records. For one thread. */
public final class StateEntries {
    /** Where nothing stands that is of a {@link StateGroup}. */
    private static final byte LEFT_OF_THE_ROOT = 0x7f;

    private final Hasher hasher = new Hasher();

    /** What the changes of a block do to the tree, in the order of the paths. */
    public static List<EntryChange> changedBy(NetChanges changes) {
        StateEntries entries = new StateEntries();
        List<EntryChange> found = new ArrayList<>();
        changes.writeTo(new RecordWrites() {
            @Override
            public <K extends Comparable<K>, V> void write(Table<K, V> table, K key, V value) {
                if (!table.isIndex()) {
                    found.add(entries.of(table.number(), table.keyBytes(key), table.valueBytes(value)));
                }
            }

            @Override
            public <K extends Comparable<K>, V> void erase(Table<K, V> table, K key) {
                if (!table.isIndex()) {
                    found.add(new EntryChange.Removal(entries.path(table.number(), table.keyBytes(key))));
                }
            }
        });
        found.sort(Comparator.comparing(EntryChange::path));
        return found;
    }

    /** All entries of these tables, in the order of the paths. */
    public static List<EntryChange.Put> all(TablesInMemory records, List<Table<?, ?>> tables) {
        StateEntries entries = new StateEntries();
        List<EntryChange.Put> found = new ArrayList<>();
        for (Table<?, ?> table : tables) {
            if (!table.isIndex()) {
                entries.addAll(records, table, found);
            }
        }
        found.sort(Comparator.comparing(EntryChange.Put::path));
        return found;
    }

    private <K extends Comparable<K>, V> void addAll(
            TablesInMemory records, Table<K, V> table, List<EntryChange.Put> found) {
        records.forEach(
                table, (key, value) -> found.add(of(table.number(), table.keyBytes(key), table.valueBytes(value))));
    }

    /** The entry of a record, which must not be one of an index. */
    public EntryChange.Put of(int table, byte[] key, byte[] value) {
        return new EntryChange.Put(path(table, key), valueHash(value));
    }

    Hash valueHash(byte[] value) {
        return hasher.begin(Domain.STATE_VALUE).part(value).hash();
    }

    /** Where the record with this key stands. */
    public StatePath path(int table, byte[] key) {
        byte[] path = new byte[Hash.BYTES];
        hasher.begin(Domain.STATE_KEY).part(table).part(key).hashTo(path, 0);
        if (StateGroup.areGrouped(table)) {
            StateGroup.begin(path, key, hasher);
        } else {
            path[0] &= LEFT_OF_THE_ROOT;
        }
        return new StatePath(Hash.of(path));
    }
}
