package org.khazana.ledger.instrument;

import org.khazana.ledger.table.Numbered;

/** Under which kind of contract an instrument was made; it decides what may be done with it. */
public enum ContractForm implements Numbered {
    CONVENTIONAL,
    /** A lease: holders own a share of a leased asset, and what they get is rent. Must not be lent against interest. */
    IJARAH
}
