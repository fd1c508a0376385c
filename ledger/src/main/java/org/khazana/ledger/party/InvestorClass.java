package org.khazana.ledger.party;

import org.khazana.ledger.table.Numbered;

/** Which kind of investor a party is, as an attestor says; instruments may be open to some of them only. */
public enum InvestorClass implements Numbered {
    RETAIL,
    /** Knows the market well enough to need less protection, as the attestor's rules say. */
    PROFESSIONAL,
    BANK,
    /** A fund, an insurer or another institution that is no bank. */
    INSTITUTION,
    GOVERNMENT_BODY
}
