package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.transaction.PartyId;
import org.khazana.ledger.transaction.RequestId;

/** What identifies a request that was decided; ordered by sender, then request id. */
record RequestKey(PartyId sender, RequestId requestId) implements Comparable<RequestKey> {
    /** The order of {@link LedgerView#requestsExpiredBefore}. */
    static final Comparator<RequestRecord> BY_EXPIRY =
            Comparator.comparingLong(RequestRecord::notAfterMillis).thenComparing(RequestKey::of);

    private static final Comparator<RequestKey> ORDER =
            Comparator.comparing(RequestKey::sender).thenComparing(RequestKey::requestId);

    static RequestKey of(RequestRecord request) {
        return new RequestKey(request.sender(), request.requestId());
    }

    @Override
    public int compareTo(RequestKey other) {
        return ORDER.compare(this, other);
    }
}
