package org.khazana.ledger.account;

import org.khazana.ledger.table.Numbered;

/**
 * Who must sign when something enters an account. The names are others than those of {@link DebitRule}, so that both may stand in one
 * message of the published contract.
 */
public enum CreditRule implements Numbered {
    /** Anybody may pay in. */
    FREE,
    OWNER_AGREES,
    CONTROLLER_AGREES
}
