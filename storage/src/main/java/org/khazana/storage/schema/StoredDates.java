package org.khazana.storage.schema;

import java.nio.ByteBuffer;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.TableWrites;

/** With which block each business date ended, of those whose last state can be proved. Dates are days since 1970. */
public final class StoredDates {
    private StoredDates() {}

    /** The last block of a business date, if that is over and kept. */
    public static OptionalLong lastBlock(long date, TableReads reads) {
        return reads.get(OwnTables.DATE_ENDS, date)
                .map(bytes -> OptionalLong.of(height(bytes)))
                .orElseGet(OptionalLong::empty);
    }

    /** All that are kept: dates by the heights of their last blocks. */
    public static NavigableMap<Long, Long> byLastBlock(TableReads reads) {
        NavigableMap<Long, Long> dates = new TreeMap<>();
        reads.scan(OwnTables.DATE_ENDS, Long.MIN_VALUE, (date, bytes) -> {
            dates.put(height(bytes), date);
            return true;
        });
        return dates;
    }

    private static long height(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong();
    }

    public static void write(long date, long lastBlock, TableWrites writes) {
        writes.write(
                OwnTables.DATE_ENDS,
                date,
                ByteBuffer.allocate(Long.BYTES).putLong(lastBlock).array());
    }

    public static void erase(long date, TableWrites writes) {
        writes.erase(OwnTables.DATE_ENDS, date);
    }
}
