package org.khazana.ledger.claim;

import org.khazana.ledger.table.Numbered;

/** What a restriction lies on. */
public enum RestrictionScope implements Numbered {
    /** All accounts that the party owns, also those that it opens later. */
    PARTY,
    ACCOUNT,
    /** One asset in one account. */
    POSITION,
    /** One asset, whoever holds it. */
    ASSET,
    /** Certain tokens of one asset, whoever holds them. */
    SERIALS
}
