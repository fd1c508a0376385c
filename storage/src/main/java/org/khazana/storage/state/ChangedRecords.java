package org.khazana.storage.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.statetree.EntryChange;
import org.khazana.ledger.statetree.LeafKey;
import org.khazana.ledger.statetree.StateEntries;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.table.RecordWrites;
import org.khazana.ledger.table.Table;
import org.khazana.storage.rocksdb.RowKeys;
import org.khazana.storage.rocksdb.RowWrites;

/**
 * The records that a block has written, in the order of their places in the state tree, and the entries of indexes, which are not in the tree;
 * all in bytes, which are made once.
 */
final class ChangedRecords {
    private final List<Changed> changed;
    private final List<EntryChange> entries;
    private final List<ChangedRow> rows;

    /** @param row under which the record stands */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    private record Changed(byte[] row, EntryChange entry) {}

    /** @param value nothing stands in the row any more if empty */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    private record ChangedRow(byte[] row, Optional<byte[]> value) {}

    private ChangedRecords(List<Changed> changed, List<ChangedRow> rows) {
        this.changed = changed;
        this.rows = rows;
        this.entries = changed.stream().map(Changed::entry).toList();
    }

    static ChangedRecords of(NetChanges changes) {
        StateEntries entries = new StateEntries();
        List<Changed> found = new ArrayList<>();
        List<ChangedRow> rows = new ArrayList<>();
        changes.writeTo(new RecordWrites() {
            @Override
            public <K extends Comparable<K>, V> void write(Table<K, V> table, K key, V value) {
                byte[] keyBytes = table.keyBytes(key);
                byte[] valueBytes = table.valueBytes(value);
                byte[] row = RowKeys.of(table, keyBytes);
                rows.add(new ChangedRow(row, Optional.of(valueBytes)));
                if (isInTree(table)) {
                    found.add(new Changed(row, entries.of(table.number(), keyBytes, valueBytes)));
                }
            }

            @Override
            public <K extends Comparable<K>, V> void erase(Table<K, V> table, K key) {
                byte[] keyBytes = table.keyBytes(key);
                byte[] row = RowKeys.of(table, keyBytes);
                rows.add(new ChangedRow(row, Optional.empty()));
                if (isInTree(table)) {
                    found.add(new Changed(row, new EntryChange.Removal(entries.path(table.number(), keyBytes))));
                }
            }
        });
        found.sort(Comparator.comparing(each -> each.entry().path()));
        return new ChangedRecords(found, rows);
    }

    /** Entries of indexes follow from the records. */
    private static boolean isInTree(Table<?, ?> table) {
        return !table.isIndex();
    }

    /** Writes all of it. */
    void writeTo(RowWrites writes) {
        rows.forEach(changedRow -> changedRow
                .value()
                .ifPresentOrElse(value -> writes.write(changedRow.row(), value), () -> writes.erase(changedRow.row())));
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
