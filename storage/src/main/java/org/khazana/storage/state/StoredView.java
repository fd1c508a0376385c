package org.khazana.storage.state;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.storage.schema.StoreTables;
import org.khazana.storage.schema.StoreTables.Figure;

/** The ledger as {@code reads} shows it: always the newest, or as of one moment. */
record StoredView(TableReads reads) implements LedgerSnapshot {

    @Override
    public <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key) {
        return reads.get(table, key);
    }

    @Override
    public <K extends Comparable<K>, V> void scan(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        reads.scan(table, from, visitor);
    }

    @Override
    public <K extends Comparable<K>, V> void scanDown(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        reads.scanDown(table, from, visitor);
    }

    @Override
    public long height() {
        return StoreTables.figure(Figure.APPLIED_HEIGHT, reads).orElse(0L);
    }

    @Override
    public Optional<Receipt> receipt(TransactionId transactionId) {
        return reads.get(StoreTables.RECEIPTS, transactionId);
    }
}
