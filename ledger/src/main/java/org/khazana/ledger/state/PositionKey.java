package org.khazana.ledger.state;

import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

/** What identifies a position; ordered by account, then asset. */
public record PositionKey(AccountId account, AssetCode asset) implements Comparable<PositionKey> {
    /** Before any other. */
    public static final PositionKey LEAST = new PositionKey(AccountId.LEAST, AssetCode.LEAST);

    public static PositionKey of(Position position) {
        return new PositionKey(position.account(), position.asset());
    }

    @Override
    public int compareTo(PositionKey other) {
        // By hand: a comparator of comparators took a third of the time of a transfer.
        int byAccount = account.compareTo(other.account);
        return byAccount != 0 ? byAccount : asset.compareTo(other.asset);
    }
}
