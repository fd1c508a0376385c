package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.id.AssetCode;

/** A reference of a payment outside; ordered by currency, then reference. */
public record RtgsKey(AssetCode currency, String reference) implements Comparable<RtgsKey> {
    private static final Comparator<RtgsKey> ORDER =
            Comparator.comparing(RtgsKey::currency).thenComparing(RtgsKey::reference);

    @Override
    public int compareTo(RtgsKey other) {
        return ORDER.compare(this, other);
    }
}
