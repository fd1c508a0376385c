package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.PartyId;

/**
 * A new key for a party that has lost its keys, while everybody waits for the party to say that it has not.
 *
 * @param person of the one who holds the new key
 * @param readyAtMillis from when it may be completed, milliseconds since 1970 UTC
 */
public record KeyRecovery(PartyId party, PublicKey key, Optional<Hash> person, long readyAtMillis) {}
