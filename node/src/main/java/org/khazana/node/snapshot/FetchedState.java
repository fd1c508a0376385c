package org.khazana.node.snapshot;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.port.FetchedSnapshot;
import org.khazana.storage.snapshot.SnapshotManifest;
import org.khazana.storage.snapshot.StateInstallation;
import org.khazana.storage.state.LedgerStore;

/**
 * A state that was fetched, verified and closed, and takes the place of the one in use.
 *
 * @param exchanging runs what it is given while nothing else touches the kept snapshot
 * @param afterwards runs right after the exchange, on the thread that applies blocks
 * @param isInstalled completed with whether it was installed
 */
record FetchedState(
        SnapshotManifest manifest,
        StateInstallation installation,
        LedgerStore store,
        Consumer<Runnable> exchanging,
        Runnable afterwards,
        CompletableFuture<Boolean> isInstalled)
        implements FetchedSnapshot {

    @Override
    public EntryMetadata last() {
        return manifest.last();
    }

    @Override
    public Configuration configuration() {
        return manifest.configuration();
    }

    @Override
    public void install() {
        installation.intend(manifest);
        exchanging.accept(() -> store.exchange(installation::moveState));
        afterwards.run();
        isInstalled.complete(true);
    }

    @Override
    public void dismissed() {
        isInstalled.complete(false);
    }
}
