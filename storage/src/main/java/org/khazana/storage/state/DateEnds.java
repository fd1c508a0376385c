package org.khazana.storage.state;

import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.TableWrites;
import org.khazana.storage.schema.StoredDates;

/** The heights at which business dates ended, whose trees are kept longer than others. For the one thread that applies blocks. */
final class DateEnds {
    private final int datesMax;
    /** Dates by the heights of their last blocks. */
    private final NavigableMap<Long, Long> dates;

    /** @param datesMax so many are kept, the newest ones */
    DateEnds(int datesMax, TableReads reads) {
        this.datesMax = datesMax;
        this.dates = StoredDates.byLastBlock(reads);
    }

    /** A business date ended with that block, the newest so far. */
    void ended(long date, long lastBlock, TableWrites writes) {
        dates.put(lastBlock, date);
        StoredDates.write(date, lastBlock, writes);
    }

    /** Lets go of those that are too many. */
    void trim(TableWrites writes) {
        while (dates.size() > datesMax) {
            Map.Entry<Long, Long> oldest = dates.pollFirstEntry();
            StoredDates.erase(oldest.getValue(), writes);
        }
    }

    /** The last of these heights that is not below {@code from} and below {@code end}. */
    OptionalLong lastWithin(long from, long end) {
        Long height = dates.lowerKey(end);
        return height == null || height < from ? OptionalLong.empty() : OptionalLong.of(height);
    }

    /** The first of these heights; above all there are if there is none. */
    long first() {
        return dates.isEmpty() ? Long.MAX_VALUE : dates.firstKey();
    }
}
