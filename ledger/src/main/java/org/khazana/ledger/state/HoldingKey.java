package org.khazana.ledger.state;

import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;

/** A party and an asset that it holds; ordered by party, then asset. */
public record HoldingKey(PartyId party, AssetCode asset) implements Comparable<HoldingKey> {
    /** Before any other. */
    public static final HoldingKey LEAST = new HoldingKey(PartyId.LEAST, AssetCode.LEAST);

    public static HoldingKey of(Holding holding) {
        return new HoldingKey(holding.party(), holding.asset());
    }

    @Override
    public int compareTo(HoldingKey other) {
        // By hand, as in PositionKey: every posting looks for one.
        int byParty = party.compareTo(other.party);
        return byParty != 0 ? byParty : asset.compareTo(other.asset);
    }
}
