package org.khazana.ledger.state;

import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;

/**
 * What a cash agent has said of the settlement account outside.
 *
 * @param balance minor units; it was all money of the currency on this ledger at that time
 * @param asOfDay whose end it speaks of, counted from 1970-01-01
 * @param by the cash agent
 * @param atMillis when, milliseconds since 1970 UTC
 */
public record CashAttestation(AssetCode currency, long balance, int asOfDay, PartyId by, long atMillis) {}
