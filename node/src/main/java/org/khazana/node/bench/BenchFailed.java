package org.khazana.node.bench;

/** The benchmark could not be carried out; the message says why, for the operator. */
public final class BenchFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchFailed(String message) {
        super(message);
    }

    BenchFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
