package org.khazana.ledger.claim;

import org.khazana.ledger.table.Numbered;

/** Which way a restriction stops. */
public enum Blocks implements Numbered {
    /** Nothing leaves. */
    DEBIT,
    /** Nothing comes in. */
    CREDIT,
    BOTH;

    public boolean stopsDebit() {
        return this != CREDIT;
    }

    public boolean stopsCredit() {
        return this != DEBIT;
    }
}
