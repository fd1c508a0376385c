package org.khazana.ledger.claim;

import org.khazana.ledger.table.Numbered;

/** For what units of a position are set aside. */
public enum EncumbranceKind implements Numbered {
    /** To be delivered in a settlement. */
    SETTLEMENT,
    PLEDGE,
    LIEN,
    /** To be paid out. */
    WITHDRAWAL
}
