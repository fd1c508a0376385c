package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.PartyId;

/** A party and a key of it that signs; ordered by party, then key. */
public record KeyOfParty(PartyId party, PublicKey key) implements Comparable<KeyOfParty> {
    private static final PublicKey LEAST = PublicKey.of(new byte[PublicKey.BYTES]);
    private static final Comparator<KeyOfParty> ORDER =
            Comparator.comparing(KeyOfParty::party).thenComparing(KeyOfParty::key);

    /** Not after any of that party. */
    static KeyOfParty first(PartyId party) {
        return new KeyOfParty(party, LEAST);
    }

    @Override
    public int compareTo(KeyOfParty other) {
        return ORDER.compare(this, other);
    }
}
