package org.khazana.storage.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.NetChanges;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.simulation.contract.LedgerViewContract;

/** The state in RocksDB keeps the contract when each change comes in a block of its own. */
class LedgerStoreContractTest extends LedgerViewContract {
    private final List<LedgerStore> opened = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        opened.forEach(LedgerStore::close);
    }

    @Override
    protected LedgerView after(List<Change> changes) {
        LedgerStore store = LedgerStore.open(folder.resolve("state-" + opened.size()));
        opened.add(store);
        store.found(BlockResults.CHAIN, List.of());
        for (Change change : changes) {
            store.apply(BlockResults.of(
                    store.appliedHeight() + 1, List.of(), NetChanges.of(store.view(), List.of(change))));
        }
        return store.view();
    }
}
