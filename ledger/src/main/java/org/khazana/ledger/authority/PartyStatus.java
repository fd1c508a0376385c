package org.khazana.ledger.authority;

import org.khazana.ledger.table.Numbered;

/** Whether a party takes part. */
public enum PartyStatus implements Numbered {
    ACTIVE,
    /** For now it may do nothing, and receive nothing. */
    SUSPENDED,
    /** For good. */
    CLOSED
}
