package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.id.PartyId;

/**
 * That business has stopped.
 *
 * @param by who has asked for it; nobody if the ledger itself has found that something is wrong
 * @param reason as given; 1 to 64 characters
 * @param sinceMillis time of the block, milliseconds since 1970 UTC
 */
public record Halt(Optional<PartyId> by, String reason, long sinceMillis) {}
