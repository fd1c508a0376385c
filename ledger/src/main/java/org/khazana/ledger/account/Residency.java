package org.khazana.ledger.account;

import org.khazana.ledger.table.Numbered;

/** Whether its money may leave the country. */
public enum Residency implements Numbered {
    DOMESTIC,
    /** Of somebody abroad, who brought the money in and may take it out again as another currency. */
    FOREIGN_REPATRIABLE,
    /** Of somebody abroad; the money stays in the country, and local. */
    FOREIGN_NON_REPATRIABLE
}
