package org.khazana.ledger.state;

import org.khazana.ledger.table.Numbered;

/** What there is one of in the whole register. */
public enum RegisterKey implements Numbered {
    /** Who takes part in consensus. */
    MEMBERSHIP,
    /** The greatest epoch of validators. */
    NEWEST_EPOCH,
    /** That business has stopped. */
    HALT,
    /** Which rules hold. */
    PROTOCOL,
    /** How days are told, and which business day it is. */
    BUSINESS_TIME
}
