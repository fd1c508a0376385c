package org.khazana.api.client;

/**
 * No node answered in time. For a submission that means: whether it is committed is not known, and sending the same
 * bytes again is safe.
 */
public final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswer(String message) {
        super(message);
    }

    NoAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
