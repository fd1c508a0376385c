package org.khazana.ledger.table;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What changes come to: every record and every entry of an index that was written, as it was left. To write them nothing that is
 * there needs to be read, and a record that changed a thousand times is written once.
 */
public final class NetChanges {
    /** Nothing was written. */
    public static final NetChanges NONE = new NetChanges(List.of());

    private final List<TouchedRecords<?, ?>> tables;

    NetChanges(List<TouchedRecords<?, ?>> tables) {
        this.tables = List.copyOf(tables);
    }

    /** What these changes come to where {@code before} is there. */
    public static NetChanges of(TableReads before, List<Change> changes) {
        TableOverlay overlay = new TableOverlay(before);
        overlay.apply(changes);
        return overlay.net();
    }

    /** Writes all of it to the tables as they were before, whose indexes come to be in step. The order is always the same. */
    public void writeTo(RecordWrites target) {
        tables.forEach(each -> each.writeTo(target));
    }

    /** Those in which anything was written or removed, those of indexes among them. */
    public Set<Table<?, ?>> tables() {
        return tables.stream().map(TouchedRecords::table).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isEmpty() {
        return tables.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetChanges changes && tables.equals(changes.tables);
    }

    @Override
    public int hashCode() {
        return tables.hashCode();
    }

    @Override
    public String toString() {
        return tables.toString();
    }
}
