package org.khazana.storage.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.table.Change;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.simulation.contract.LedgerViewContract;

/** The state in RocksDB keeps the contract when all changes come at once, and also after it was opened again. */
class LedgerStoreInOneBlockContractTest extends LedgerViewContract {
    private final List<LedgerStore> opened = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        opened.forEach(LedgerStore::close);
    }

    @Override
    protected LedgerView after(List<Change> changes) {
        Path path = folder.resolve("state-" + opened.size());
        try (LedgerStore store = LedgerStore.open(path)) {
            store.found(BlockResults.CHAIN, changes);
        }
        LedgerStore again = LedgerStore.open(path);
        opened.add(again);
        return again.view();
    }
}
