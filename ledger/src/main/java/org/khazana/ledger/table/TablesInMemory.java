package org.khazana.ledger.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/** Tables in maps: the reference that says what reads and changes mean. For one thread. */
public class TablesInMemory implements TableReads, TableWrites {
    private final TableMaps maps = new TableMaps();

    @Override
    public <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key) {
        KeyedRecords<K, V> records = maps.of(table);
        return Optional.ofNullable(records.get(key));
    }

    /** All records of a table, in the order of their keys. */
    public <K extends Comparable<K>, V> List<V> records(Table<K, V> table) {
        KeyedRecords<K, V> records = maps.of(table);
        return List.copyOf(records.inOrder().values());
    }

    /** Shows all records of a table, in the order of their keys. */
    public <K extends Comparable<K>, V> void forEach(Table<K, V> table, BiConsumer<K, V> visitor) {
        KeyedRecords<K, V> records = maps.of(table);
        records.inOrder().forEach(visitor);
    }

    @Override
    public <K extends Comparable<K>, V> void scan(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        KeyedRecords<K, V> records = maps.of(table);
        show(records.inOrder().tailMap(from, true), visitor);
    }

    @Override
    public <K extends Comparable<K>, V> void scanDown(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        KeyedRecords<K, V> records = maps.of(table);
        show(records.inOrder().headMap(from, true).descendingMap(), visitor);
    }

    @Override
    public <K extends Comparable<K>, V> void scanGroup(Table<K, V> table, K from, K last, BiPredicate<K, V> visitor) {
        KeyedRecords<K, V> records = maps.of(table);
        show(records.group(from).subMap(from, true, last, true), visitor);
    }

    @Override
    public <K extends Comparable<K>, V> void scanGroupDown(
            Table<K, V> table, K from, K last, BiPredicate<K, V> visitor) {
        KeyedRecords<K, V> records = maps.of(table);
        show(records.group(from).subMap(last, true, from, true).descendingMap(), visitor);
    }

    private static <K, V> void show(Map<K, V> records, BiPredicate<K, V> visitor) {
        for (Map.Entry<K, V> entry : records.entrySet()) {
            if (!visitor.test(entry.getKey(), entry.getValue())) {
                return;
            }
        }
    }

    @Override
    public <K extends Comparable<K>, V> void write(Table<K, V> table, K key, V value) {
        KeyedRecords<K, V> records = maps.of(table);
        records.put(key, value);
    }

    @Override
    public <K extends Comparable<K>, V> void erase(Table<K, V> table, K key) {
        maps.of(table).remove(key);
    }
}
