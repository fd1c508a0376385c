package org.khazana.ledger.instrument;

import org.khazana.ledger.table.Numbered;

/** What the tokens of an instrument are in law. */
public enum RegisterMode implements Numbered {
    /** This ledger is the register: the tokens are the security. */
    NATIVE,
    /** Each token stands for a unit that a central securities depository keeps immobilised. */
    CSD_MIRROR,
    /** Each token stands for goods in a store. */
    PHYSICAL
}
