package org.khazana.ledger.account;

import org.khazana.ledger.table.Numbered;

/** Who must sign when something leaves an account. */
public enum DebitRule implements Numbered {
    OWNER,
    CONTROLLER,
    OWNER_AND_CONTROLLER
}
