package org.khazana.storage.snapshot;

import java.nio.file.Path;

/**
 * Where a fetched state lies in a data folder.
 *
 * @param state the state that the node runs on
 * @param replaced the one before, until it is deleted
 * @param incoming what is being fetched: a manifest, and the state that is being put together
 * @param installing a manifest: the state it describes takes or has taken the place of the old one, and the log may not
 *     know yet
 * @param kept the newest certified snapshot that outlives the process
 * @param keptBefore the one before, until it is deleted
 * @param making one that is perhaps going to be it
 */
public record SnapshotPaths(
        Path state, Path replaced, Path incoming, Path installing, Path kept, Path keptBefore, Path making) {

    /** Those of one data folder. */
    public static SnapshotPaths in(Path dataFolder) {
        return new SnapshotPaths(
                dataFolder.resolve("state"),
                dataFolder.resolve("state.replaced"),
                dataFolder.resolve("incoming"),
                dataFolder.resolve("installing"),
                dataFolder.resolve("snapshot"),
                dataFolder.resolve("snapshot.before"),
                dataFolder.resolve("snapshot.making"));
    }

    Path incomingManifest() {
        return incoming.resolve("manifest");
    }

    Path incomingVoucher() {
        return incoming.resolve("voucher");
    }

    Path incomingState() {
        return incoming.resolve("state");
    }

    /** What will be the kept snapshot once the incoming state is in place. */
    Path incomingKept() {
        return incoming.resolve("snapshot");
    }
}
