package org.khazana.ledger.claim;

import org.khazana.ledger.table.Numbered;

/** On what ground units stand as security for a debt. */
public enum PledgeKind implements Numbered {
    /** Given by agreement. */
    PLEDGE(EncumbranceKind.PLEDGE),
    /** Held back until what is owed for a service is paid. */
    LIEN(EncumbranceKind.LIEN);

    private final EncumbranceKind encumbrance;

    PledgeKind(EncumbranceKind encumbrance) {
        this.encumbrance = encumbrance;
    }

    public EncumbranceKind encumbrance() {
        return encumbrance;
    }
}
