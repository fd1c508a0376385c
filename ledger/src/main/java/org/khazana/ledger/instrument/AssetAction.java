package org.khazana.ledger.instrument;

import org.khazana.ledger.table.Numbered;

/** What a regulator may stop for one asset. */
public enum AssetAction implements Numbered {
    /** Bringing units into being: issuance, and deposits for a currency. */
    ISSUE,
    /** Moving units from one account to another, in whichever operation. */
    TRANSFER,
    /** Giving units as security. */
    PLEDGE,
    /** Taking units out of being. */
    RETIRE
}
