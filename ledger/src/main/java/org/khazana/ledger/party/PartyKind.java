package org.khazana.ledger.party;

import org.khazana.ledger.table.Numbered;

/** What a party is. */
public enum PartyKind implements Numbered {
    ORGANISATION,
    /** A human being, whom the ledger knows under a pseudonym only. */
    PERSON_PSEUDONYM
}
