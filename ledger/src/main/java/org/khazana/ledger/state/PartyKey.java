package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.authority.KeyLimits;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.PartyId;

/**
 * A key belongs to one party, never to a position: losing a key moves no tokens.
 *
 * @param isRevoked whether it signs no more; it stays known, so that it never becomes another party's
 * @param weight 1 to {@link KeyLimits#WEIGHT_MAX}; what signs must weigh as much as the party's threshold
 * @param person tag of the human who holds it: different for two humans, the same for one whoever's keys it holds
 */
public record PartyKey(PublicKey publicKey, PartyId party, boolean isRevoked, int weight, Optional<Hash> person) {

    /** A key that signs, of weight 1 and of a person that is not told. */
    public static PartyKey of(PublicKey publicKey, PartyId party) {
        return new PartyKey(publicKey, party, false, 1, Optional.empty());
    }

    public PartyKey revoked() {
        return new PartyKey(publicKey, party, true, weight, person);
    }
}
