package org.khazana.storage.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.statetree.EntryChange;
import org.khazana.ledger.statetree.LeafKey;
import org.khazana.ledger.statetree.StateEntries;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.table.RecordWrites;
import org.khazana.ledger.table.Table;
import org.khazana.storage.rocksdb.RowKeys;

/** The records that a block has written, in the order of their places in the state tree; entries of indexes are none. */
final class ChangedRecords {
    private final List<Changed> changed;
    private final List<EntryChange> entries;

    /** @param row under which the record stands */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    private record Changed(byte[] row, EntryChange entry) {}

    private ChangedRecords(List<Changed> changed) {
        this.changed = changed;
        this.entries = changed.stream().map(Changed::entry).toList();
    }

    static ChangedRecords of(NetChanges changes) {
        StateEntries entries = new StateEntries();
        List<Changed> found = new ArrayList<>();
        changes.writeTo(new RecordWrites() {
            @Override
            public <K extends Comparable<K>, V> void write(Table<K, V> table, K key, V value) {
                if (!table.isIndex()) {
                    byte[] keyBytes = table.keyBytes(key);
                    found.add(new Changed(
                            RowKeys.of(table, keyBytes),
                            entries.of(table.number(), keyBytes, table.valueBytes(value))));
                }
            }

            @Override
            public <K extends Comparable<K>, V> void erase(Table<K, V> table, K key) {
                if (!table.isIndex()) {
                    byte[] keyBytes = table.keyBytes(key);
                    found.add(new Changed(
                            RowKeys.of(table, keyBytes),
                            new EntryChange.Removal(entries.path(table.number(), keyBytes))));
                }
            }
        });
        found.sort(Comparator.comparing(each -> each.entry().path()));
        return new ChangedRecords(found);
    }

    List<EntryChange> entries() {
        return entries;
    }

    /** Told in which row a version stands, or stood before. */
    interface VersionVisitor {
        void see(LeafKey version, byte[] row);
    }

    /** Finds the rows of versions that began or ended with these changes, given in the order of their paths. */
    void forEach(List<LeafKey> versions, VersionVisitor visitor) {
        int next = 0;
        for (LeafKey version : versions) {
            while (!changed.get(next).entry().path().equals(version.path())) {
                next++;
                Invariant.check(next < changed.size(), "%s begins or ends without a change", version);
            }
            visitor.see(version, changed.get(next).row());
        }
    }
}
