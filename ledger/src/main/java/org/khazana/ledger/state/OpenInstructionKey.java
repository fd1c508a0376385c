package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.id.PartyId;

/** An open instruction that concerns a party; ordered by party, then by when it expires, then by number. */
public record OpenInstructionKey(PartyId party, long expiresAtMillis, long instruction)
        implements Comparable<OpenInstructionKey> {
    private static final Comparator<OpenInstructionKey> ORDER = Comparator.comparing(OpenInstructionKey::party)
            .thenComparingLong(OpenInstructionKey::expiresAtMillis)
            .thenComparingLong(OpenInstructionKey::instruction);

    /** Not after any that is still open at that time. */
    static OpenInstructionKey first(PartyId party, long nowMillis) {
        return new OpenInstructionKey(party, nowMillis + 1, Long.MIN_VALUE);
    }

    @Override
    public int compareTo(OpenInstructionKey other) {
        return ORDER.compare(this, other);
    }
}
