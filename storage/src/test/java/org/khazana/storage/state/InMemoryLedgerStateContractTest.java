package org.khazana.storage.state;

import java.util.List;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.table.Change;
import org.khazana.simulation.contract.LedgerViewContract;

/** The reference in memory keeps the same contract as the state on disk. */
class InMemoryLedgerStateContractTest extends LedgerViewContract {

    @Override
    protected LedgerView after(List<Change> changes) {
        InMemoryLedgerState state = new InMemoryLedgerState();
        state.apply(changes);
        return state;
    }
}
