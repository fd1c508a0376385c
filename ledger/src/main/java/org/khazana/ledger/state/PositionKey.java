package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.transaction.AccountId;
import org.khazana.ledger.transaction.AssetCode;

/** What identifies a position; ordered by account, then asset. */
record PositionKey(AccountId account, AssetCode asset) implements Comparable<PositionKey> {
    private static final Comparator<PositionKey> ORDER =
            Comparator.comparing(PositionKey::account).thenComparing(PositionKey::asset);

    static PositionKey of(Position position) {
        return new PositionKey(position.account(), position.asset());
    }

    @Override
    public int compareTo(PositionKey other) {
        return ORDER.compare(this, other);
    }
}
