package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.transaction.RequestId;

/** When a request is forgotten, and which; ordered by time, then sender, then request id. */
public record ExpiryKey(long notAfterMillis, RequestKey request) implements Comparable<ExpiryKey> {
    /** Before any other. */
    static final ExpiryKey LEAST = new ExpiryKey(Long.MIN_VALUE, new RequestKey(PartyId.LEAST, new RequestId(0, 0)));

    private static final Comparator<ExpiryKey> ORDER =
            Comparator.comparingLong(ExpiryKey::notAfterMillis).thenComparing(ExpiryKey::request);

    @Override
    public int compareTo(ExpiryKey other) {
        return ORDER.compare(this, other);
    }
}
