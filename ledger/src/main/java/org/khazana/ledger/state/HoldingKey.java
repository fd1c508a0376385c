package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;

/** A party and an asset that it holds; ordered by party, then asset. */
public record HoldingKey(PartyId party, AssetCode asset) implements Comparable<HoldingKey> {
    /** Before any other. */
    public static final HoldingKey LEAST = new HoldingKey(PartyId.LEAST, AssetCode.LEAST);

    private static final Comparator<HoldingKey> ORDER =
            Comparator.comparing(HoldingKey::party).thenComparing(HoldingKey::asset);

    public static HoldingKey of(Holding holding) {
        return new HoldingKey(holding.party(), holding.asset());
    }

    @Override
    public int compareTo(HoldingKey other) {
        return ORDER.compare(this, other);
    }
}
