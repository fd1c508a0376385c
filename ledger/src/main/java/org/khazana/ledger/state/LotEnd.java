package org.khazana.ledger.state;

import org.khazana.ledger.id.AssetCode;

/**
 * Finds a lot by where it ends, and so the one below another without a walk; ordered by asset, then serial.
 *
 * @param end the serial after its last one
 */
public record LotEnd(AssetCode asset, long end) implements Comparable<LotEnd> {
    static LotEnd of(Lot lot) {
        return new LotEnd(lot.asset(), lot.end());
    }

    @Override
    public int compareTo(LotEnd other) {
        int byAsset = asset.compareTo(other.asset);
        return byAsset != 0 ? byAsset : Long.compare(end, other.end);
    }
}
