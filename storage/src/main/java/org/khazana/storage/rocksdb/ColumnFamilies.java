package org.khazana.storage.rocksdb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rocksdb.ColumnFamilyHandle;

/** The open column family behind each column. */
record ColumnFamilies(Map<String, ColumnFamilyHandle> byName) {

    ColumnFamilyHandle of(Column<?, ?> column) {
        return Optional.ofNullable(byName.get(column.name()))
                .orElseThrow(() -> new IllegalArgumentException("column " + column.name() + " was not opened"));
    }

    List<ColumnFamilyHandle> all() {
        return List.copyOf(byName.values());
    }
}
