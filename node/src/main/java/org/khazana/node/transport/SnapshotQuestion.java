package org.khazana.node.transport;

import org.khazana.ledger.crypto.Hash;

/** What a validator that lags behind asks another one for. */
public sealed interface SnapshotQuestion {

    /** The manifest of the newest state held there, of block {@code heightMin} or a later one. */
    record Manifest(long heightMin) implements SnapshotQuestion {}

    /** One chunk, counted from 0, of the state that this manifest describes. */
    record Chunk(Hash manifestId, int index) implements SnapshotQuestion {}
}
