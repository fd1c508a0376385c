package org.khazana.ledger.state;

import org.khazana.ledger.id.AssetCode;

/** What identifies a lot; ordered by asset, then serial. */
public record LotKey(AssetCode asset, long first) implements Comparable<LotKey> {
    /** Before any other. */
    public static final LotKey LEAST = new LotKey(AssetCode.LEAST, Long.MIN_VALUE);

    @Override
    public int compareTo(LotKey other) {
        int byAsset = asset.compareTo(other.asset);
        return byAsset != 0 ? byAsset : Long.compare(first, other.first);
    }
}
