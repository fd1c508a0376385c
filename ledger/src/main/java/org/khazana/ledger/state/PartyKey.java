package org.khazana.ledger.state;

import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.PartyId;

/**
 * A key belongs to one party, never to a position: losing a key moves no tokens.
 *
 * @param isRevoked whether it signs no more; it stays known, so that it never becomes another party's
 */
public record PartyKey(PublicKey publicKey, PartyId party, boolean isRevoked) {

    /** A key that signs. */
    public static PartyKey of(PublicKey publicKey, PartyId party) {
        return new PartyKey(publicKey, party, false);
    }

    public PartyKey revoked() {
        return new PartyKey(publicKey, party, true);
    }
}
