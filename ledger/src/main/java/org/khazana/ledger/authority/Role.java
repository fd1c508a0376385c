package org.khazana.ledger.authority;

import org.khazana.ledger.table.Numbered;

/** What a party may do. Granted in the genesis. */
public enum Role implements Numbered {
    /** Defines instruments, orders issuance. */
    ISSUER,
    /** Countersigns instruments and issuance; keeps the register. */
    REGISTRAR,
    /** Records money that arrived on the settlement account outside. */
    CASH_AGENT,
    /** Buys from the issuer. */
    PRIMARY_DEALER,
    /** Operates accounts of its clients. */
    CUSTODIAN,
    /** Holds and moves its own assets. */
    INVESTOR,
    /** Reads everything; stops operations with an asset. */
    REGULATOR,
    /** Decides, together with the other governors, who the validators are. */
    GOVERNOR,
    /** Agrees to documents of instruments that are to comply with the Shariah. */
    SHARIAH_ADVISER,
    /** Vouches for what lies behind instruments that are not native. */
    ATTESTOR_RESERVE,
    /** Opens the business days. */
    OPERATOR
}
