package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.transaction.TransactionId;

/** An open motion of a party; ordered by party, then by when it lapses, then by id. */
public record OpenMotionKey(PartyId mover, long expiresAtMillis, TransactionId motion)
        implements Comparable<OpenMotionKey> {
    static final TransactionId LEAST = new TransactionId(Hash.of(new byte[Hash.BYTES]));
    private static final Comparator<OpenMotionKey> ORDER = Comparator.comparing(OpenMotionKey::mover)
            .thenComparingLong(OpenMotionKey::expiresAtMillis)
            .thenComparing(OpenMotionKey::motion);

    /** Not after any that lapses at that time or later. */
    static OpenMotionKey first(PartyId mover, long expiresAtMillis) {
        return new OpenMotionKey(mover, expiresAtMillis, LEAST);
    }

    @Override
    public int compareTo(OpenMotionKey other) {
        return ORDER.compare(this, other);
    }
}
