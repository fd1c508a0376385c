package org.khazana.ledger.state;

import org.khazana.ledger.table.TableOverlay;

/** A view with pending changes on top: what the state would be. Dropping it drops the changes. For one thread. */
public final class LedgerOverlay extends TableOverlay implements LedgerView {
    public LedgerOverlay(LedgerView below) {
        super(below);
    }
}
