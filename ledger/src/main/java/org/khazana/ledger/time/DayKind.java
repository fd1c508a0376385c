package org.khazana.ledger.time;

import org.khazana.ledger.table.Numbered;

/** What is said about a single day. */
public enum DayKind implements Numbered {
    /** Business is done, whatever day of the week it is. */
    BUSINESS,
    /** No business is done. */
    HOLIDAY,
    /** Nothing in particular: the day of the week decides. */
    AS_THE_WEEK
}
