package org.khazana.storage.state;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.state.Change;
import org.khazana.ledger.state.LedgerView;

/** The ledger's state on disk, moved from height to height by whole blocks. */
@SuppressWarnings("DoNotCallSuggester")
public final class LedgerStore implements AutoCloseable {

    /** Opens the state in {@code folder}, or makes an empty one that waits to be founded. */
    public static LedgerStore open(Path folder) {
        throw new UnsupportedOperationException();
    }

    /** Whether the state of the genesis was written. */
    public boolean isFounded() {
        throw new UnsupportedOperationException();
    }

    /** Writes the state of the genesis, height 0; once only. */
    public void found(List<Change> changes) {
        throw new UnsupportedOperationException();
    }

    /** Height of the last applied block; 0 after founding. */
    public long appliedHeight() {
        throw new UnsupportedOperationException();
    }

    /** Writes the result of block {@code appliedHeight() + 1}, all of it or nothing. Anything thrown must stop the node. */
    public void apply(BlockResult result) {
        throw new UnsupportedOperationException();
    }

    /** Always the newest state; for the one thread that applies blocks. */
    public LedgerView view() {
        throw new UnsupportedOperationException();
    }

    /** Lets {@code question} look at the state as it stands now, unmoved by blocks applied meanwhile; any thread. */
    public <T> T read(Function<LedgerSnapshot, T> question) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
