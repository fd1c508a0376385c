package org.khazana.ledger.state;

import org.khazana.ledger.id.PartyId;

/** How much the keys that sign for a party must weigh together; of parties that have not said so, 1. */
public record KeyThreshold(PartyId party, int weight) {}
