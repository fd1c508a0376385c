package org.khazana.storage.snapshot;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.khazana.ledger.execution.Recount;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Index;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.wire.MalformedReceipt;
import org.khazana.storage.rocksdb.PinnedRows;
import org.khazana.storage.rocksdb.RocksStore;
import org.khazana.storage.rocksdb.Row;
import org.khazana.storage.rocksdb.RowKeys;
import org.khazana.storage.schema.StoreTables;
import org.khazana.storage.state.TreeRebuilding;

/**
 * Whether rows are the state that a head names. Every row is asked about: records make up the state root, entries of indexes follow from
 * records, and what the node says of the state as a whole is known. Of receipts only the form is asked: no root is over all of them.
 */
final class StateCheck {
    private final RocksStore rocks;
    private final Head head;
    private final Map<Byte, Table<?, ?>> records = new TreeMap<>();
    /** How many rows a table has that should have as many as follow from records, less those that follow. */
    private final Map<Byte, Long> surplus = new TreeMap<>();

    private final Map<Byte, Long> rowsOf = new LinkedHashMap<>();

    private StateCheck(RocksStore rocks, Head head) {
        this.rocks = rocks;
        this.head = head;
        for (Table<?, ?> table : Tables.all()) {
            if (table.isIndex()) {
                surplus.put((byte) table.number(), 0L);
            } else {
                records.put((byte) table.number(), table);
            }
        }
    }

    /**
     * Asks about every row, and makes the state tree beside them.
     *
     * @param head that is vouched for
     * @throws MalformedSnapshot with the first doubt
     */
    static void requireStateOf(Head head, RocksStore rocks) throws MalformedSnapshot {
        StateCheck check = new StateCheck(rocks, head);
        check.requireFigures();
        check.requireRecords();
        check.requireTheRest();
        List<String> mismatches = Recount.mismatches(rocks.newest());
        MalformedSnapshot.require(
                mismatches.isEmpty(),
                SnapshotDoubt.STATE_DOES_NOT_ADD_UP,
                "the state does not add up: " + mismatches.stream().findFirst().orElse(""));
    }

    private void requireFigures() throws MalformedSnapshot {
        Optional<Long> height = StoreTables.figure(StoreTables.Figure.APPLIED_HEIGHT, rocks.newest());
        MalformedSnapshot.require(height.isPresent(), SnapshotDoubt.STATE_DIFFERENT, "the state was never founded");
        MalformedSnapshot.require(
                height.get() == head.height(),
                SnapshotDoubt.STATE_DIFFERENT,
                "the state is that of block " + height.get() + ", not " + head.height());
        MalformedSnapshot.require(
                StoreTables.figure(StoreTables.Figure.FORMAT_VERSION, rocks.newest())
                        .filter(version -> version == StoreTables.FORMAT_VERSION)
                        .isPresent(),
                SnapshotDoubt.STATE_DIFFERENT,
                "the state has another format than " + StoreTables.FORMAT_VERSION);
        MalformedSnapshot.require(
                StoreTables.newestHead(rocks.newest()).filter(head::equals).isPresent(),
                SnapshotDoubt.STATE_DIFFERENT,
                "the head in the state is that of another block, or of another outcome of it");
    }

    private void requireRecords() throws MalformedSnapshot {
        MalformedSnapshot.require(
                new TreeRebuilding(rocks).rebuild(head).equals(head.stateRoot()),
                SnapshotDoubt.STATE_DIFFERENT,
                "the state is not the one that its head names");
    }

    /** All rows once more, one after another; of the records it is certain by now that they are right. */
    private void requireTheRest() throws MalformedSnapshot {
        List<MalformedSnapshot> doubts = new ArrayList<>(1);
        try (PinnedRows rows = rocks.pin()) {
            rows.scan(new byte[0], row -> {
                try {
                    require(row);
                    return true;
                } catch (MalformedSnapshot doubt) {
                    doubts.add(doubt);
                    return false;
                }
            });
        }
        if (!doubts.isEmpty()) {
            throw doubts.getFirst();
        }
        for (Map.Entry<Byte, Long> index : surplus.entrySet()) {
            MalformedSnapshot.require(
                    index.getValue() == 0,
                    SnapshotDoubt.INDEX_DIFFERENT,
                    "the index with the number " + index.getKey() + " has " + index.getValue()
                            + " entries more than follow from records");
        }
        requireRows(StoreTables.FIGURES, StoreTables.Figure.values().length);
        requireRows(StoreTables.NEWEST_HEAD, 1);
    }

    private void requireRows(Table<?, ?> table, long count) throws MalformedSnapshot {
        long found = rowsOf.getOrDefault((byte) table.number(), 0L);
        MalformedSnapshot.require(
                found == count,
                SnapshotDoubt.STATE_DIFFERENT,
                "the table '" + table + "' has " + found + " rows instead of " + count);
    }

    private void require(Row row) throws MalformedSnapshot {
        byte number = row.key()[0];
        Table<?, ?> table = records.get(number);
        if (table != null) {
            requireEntries(table, row);
        } else if (surplus.containsKey(number)) {
            surplus.merge(number, 1L, Math::addExact);
        } else if (number == (byte) StoreTables.RECEIPTS.number()) {
            requireReceipt(row);
        } else {
            rowsOf.merge(number, 1L, Math::addExact);
        }
    }

    /** All that follow from this record are there. If no index has more than follow from records, there are no others. */
    private <K extends Comparable<K>, V> void requireEntries(Table<K, V> table, Row row) throws MalformedSnapshot {
        if (table.indexes().isEmpty()) {
            return;
        }
        byte[] keyBytes = Arrays.copyOfRange(row.key(), 1, row.key().length);
        K key = table.readKey(keyBytes);
        V value = table.readValue(key, row.value());
        for (Index<?, K, V> index : table.indexes()) {
            requireEntries(index, key, value);
        }
    }

    private <I extends Comparable<I>, K extends Comparable<K>, V> void requireEntries(
            Index<I, K, V> index, K key, V value) throws MalformedSnapshot {
        Table<I, K> table = index.table();
        for (I entry : index.entriesOf().apply(value)) {
            byte[] entryRow = RowKeys.of(table, table.keyBytes(entry));
            MalformedSnapshot.require(
                    rocks.row(entryRow)
                            .filter(found -> Arrays.equals(found, table.valueBytes(key)))
                            .isPresent(),
                    SnapshotDoubt.INDEX_DIFFERENT,
                    "an entry is missing in the index '" + table + "'");
            surplus.merge((byte) table.number(), -1L, Math::addExact);
        }
    }

    private void requireReceipt(Row row) throws MalformedSnapshot {
        try {
            TransactionId id = StoreTables.RECEIPTS.readKey(Arrays.copyOfRange(row.key(), 1, row.key().length));
            Receipt receipt = StoreTables.RECEIPTS.readValue(id, row.value());
            MalformedSnapshot.require(
                    receipt.transactionId().equals(id) && receipt.height() <= head.height(),
                    SnapshotDoubt.RECEIPT_WRONG,
                    "a receipt stands under another transaction, or is of a later block");
        } catch (IllegalStateException | IllegalArgumentException | BufferUnderflowException | MalformedReceipt wrong) {
            throw new MalformedSnapshot(SnapshotDoubt.RECEIPT_WRONG, "a receipt cannot be read: " + wrong.getMessage());
        }
    }
}
