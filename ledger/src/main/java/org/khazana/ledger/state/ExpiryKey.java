package org.khazana.ledger.state;

import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.transaction.RequestId;

/** When a request is forgotten, and which; ordered by time, then sender, then request id. */
public record ExpiryKey(long notAfterMillis, RequestKey request) implements Comparable<ExpiryKey> {
    /** Before any other. */
    static final ExpiryKey LEAST = new ExpiryKey(Long.MIN_VALUE, new RequestKey(PartyId.LEAST, new RequestId(0, 0)));

    @Override
    public int compareTo(ExpiryKey other) {
        // By hand, as in PositionKey: every transaction writes one.
        int byTime = Long.compare(notAfterMillis, other.notAfterMillis);
        return byTime != 0 ? byTime : request.compareTo(other.request);
    }
}
