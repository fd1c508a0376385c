package org.khazana.storage.snapshot;

import org.khazana.ledger.proof.Doubt;

/** Something about a snapshot that is not as it must be. Its message is a sentence for people, without a full stop. */
public final class MalformedSnapshot extends Exception {
    private final String doubt;

    public MalformedSnapshot(String message) {
        this(SnapshotDoubt.SNAPSHOT_MALFORMED, message);
    }

    MalformedSnapshot(String message, Throwable cause) {
        super(message, cause);
        this.doubt = SnapshotDoubt.SNAPSHOT_MALFORMED.name();
    }

    MalformedSnapshot(SnapshotDoubt doubt, String message) {
        super(message);
        this.doubt = doubt.name();
    }

    /** The testimony of its head does not hold. */
    MalformedSnapshot(Doubt doubt, String message) {
        super(message);
        this.doubt = doubt.name();
    }

    /** The name of what is wrong: one of {@link SnapshotDoubt}, or of those of testimonies. */
    public String doubt() {
        return doubt;
    }

    static void require(boolean holds, SnapshotDoubt doubt, String otherwise) throws MalformedSnapshot {
        if (!holds) {
            throw new MalformedSnapshot(doubt, otherwise);
        }
    }
}
