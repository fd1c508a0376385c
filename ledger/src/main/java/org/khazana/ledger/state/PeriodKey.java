package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.id.AssetCode;

/** What identifies a period; ordered by asset, then number. */
public record PeriodKey(AssetCode asset, long number) implements Comparable<PeriodKey> {
    private static final Comparator<PeriodKey> ORDER =
            Comparator.comparing(PeriodKey::asset).thenComparingLong(PeriodKey::number);

    static PeriodKey of(Period period) {
        return new PeriodKey(period.asset(), period.number());
    }

    @Override
    public int compareTo(PeriodKey other) {
        return ORDER.compare(this, other);
    }
}
