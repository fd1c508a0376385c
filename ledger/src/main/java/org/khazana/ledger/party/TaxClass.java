package org.khazana.ledger.party;

import org.khazana.ledger.table.Numbered;

/** How the income of a party is taxed; the rates are no part of this. */
public enum TaxClass implements Numbered {
    /** On the list of those who file tax returns. */
    FILER,
    NON_FILER,
    EXEMPT,
    NON_RESIDENT
}
