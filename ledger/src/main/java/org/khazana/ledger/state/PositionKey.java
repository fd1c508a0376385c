package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

/** What identifies a position; ordered by account, then asset. */
public record PositionKey(AccountId account, AssetCode asset) implements Comparable<PositionKey> {
    /** Before any other. */
    public static final PositionKey LEAST = new PositionKey(AccountId.LEAST, AssetCode.LEAST);

    private static final Comparator<PositionKey> ORDER =
            Comparator.comparing(PositionKey::account).thenComparing(PositionKey::asset);

    public static PositionKey of(Position position) {
        return new PositionKey(position.account(), position.asset());
    }

    @Override
    public int compareTo(PositionKey other) {
        return ORDER.compare(this, other);
    }
}
