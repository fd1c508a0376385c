package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.transaction.RequestId;

/** What identifies a request that was decided; ordered by sender, then request id. */
public record RequestKey(PartyId sender, RequestId requestId) implements Comparable<RequestKey> {
    private static final Comparator<RequestKey> ORDER =
            Comparator.comparing(RequestKey::sender).thenComparing(RequestKey::requestId);

    public static RequestKey of(RequestRecord request) {
        return new RequestKey(request.sender(), request.requestId());
    }

    @Override
    public int compareTo(RequestKey other) {
        return ORDER.compare(this, other);
    }
}
