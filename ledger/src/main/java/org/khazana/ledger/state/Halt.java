package org.khazana.ledger.state;

import org.khazana.ledger.id.PartyId;

/**
 * That business has stopped.
 *
 * @param by who has asked for it
 * @param reason as given; 1 to 64 characters
 * @param sinceMillis time of the block, milliseconds since 1970 UTC
 */
public record Halt(PartyId by, String reason, long sinceMillis) {}
