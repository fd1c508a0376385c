package org.khazana.storage.snapshot;

/** Bytes that are not a manifest or a chunk, or not the ones that were promised. */
public final class MalformedSnapshot extends Exception {
    public MalformedSnapshot(String message) {
        super(message);
    }

    MalformedSnapshot(String message, Throwable cause) {
        super(message, cause);
    }
}
