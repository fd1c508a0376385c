package org.khazana.ledger.state;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;

/**
 * An attestor vouches that there is enough behind so many tokens.
 *
 * @param units tokens, not negative
 * @param asOfMillis when that was seen, milliseconds since 1970 UTC
 */
public record Attestation(AssetCode asset, PartyId attestor, long units, long asOfMillis, Hash evidenceHash) {}
