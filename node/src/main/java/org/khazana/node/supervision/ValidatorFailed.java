package org.khazana.node.supervision;

/** A validator could not be started, did not get ready, or ended by itself. The message says which, why, and shows its last words. */
public final class ValidatorFailed extends RuntimeException {
    private final int exitCode;

    ValidatorFailed(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    ValidatorFailed(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What the process itself answered, when that tells more than that it failed; otherwise 1. */
    public int exitCode() {
        return exitCode;
    }
}
