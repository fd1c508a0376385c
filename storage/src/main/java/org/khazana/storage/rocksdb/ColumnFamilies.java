package org.khazana.storage.rocksdb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.khazana.ledger.table.Table;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;

/** The open column family behind each table. */
record ColumnFamilies(Map<String, ColumnFamilyHandle> byName) {

    static final String UNUSED = new String(RocksDB.DEFAULT_COLUMN_FAMILY, StandardCharsets.UTF_8);

    ColumnFamilyHandle of(Table<?, ?> table) {
        return of(table.name());
    }

    ColumnFamilyHandle of(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalArgumentException("column " + name + " was not opened"));
    }

    /** Of our own columns, in the order of their bytes; RocksDB insists on one more. */
    List<String> names() {
        return byName.keySet().stream()
                .filter(name -> !name.equals(UNUSED))
                .sorted(Comparator.comparing(
                        (String name) -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                .toList();
    }

    List<ColumnFamilyHandle> all() {
        return List.copyOf(byName.values());
    }
}
