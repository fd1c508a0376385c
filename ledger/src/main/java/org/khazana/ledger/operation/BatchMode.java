package org.khazana.ledger.operation;

import org.khazana.ledger.table.Numbered;

/** What becomes of the other legs of a batch when one is refused. */
public enum BatchMode implements Numbered {
    /** They are refused with it. */
    ALL_OR_NOTHING,
    /** They are carried out, as if each were a transaction of its own. */
    EACH_ON_ITS_OWN
}
