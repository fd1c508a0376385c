package org.khazana.ledger.state;

import org.khazana.ledger.table.RememberedReads;

/** A view of a state that does not change meanwhile, which reads every record at most once. For one thread. */
public final class RememberedView extends RememberedReads implements LedgerView {
    public RememberedView(LedgerView below) {
        super(below);
    }
}
