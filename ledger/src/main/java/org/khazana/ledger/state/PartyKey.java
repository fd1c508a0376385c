package org.khazana.ledger.state;

import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.PartyId;

/** A key belongs to one party, never to a position: losing a key moves no tokens. */
public record PartyKey(PublicKey publicKey, PartyId party) {}
