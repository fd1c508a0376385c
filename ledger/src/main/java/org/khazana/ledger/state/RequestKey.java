package org.khazana.ledger.state;

import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.transaction.RequestId;

/** What identifies a request that was decided; ordered by sender, then request id. */
public record RequestKey(PartyId sender, RequestId requestId) implements Comparable<RequestKey> {
    public static RequestKey of(RequestRecord request) {
        return new RequestKey(request.sender(), request.requestId());
    }

    @Override
    public int compareTo(RequestKey other) {
        // By hand, as in PositionKey: every transaction looks for one.
        int bySender = sender.compareTo(other.sender);
        return bySender != 0 ? bySender : requestId.compareTo(other.requestId);
    }
}
