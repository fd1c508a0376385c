package org.khazana.api.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;

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

    /** That one node could not be asked, or gave no answer of use, and why in plain words. */
    static NoAnswer of(URI node, IOException cause) {
        return new NoAnswer(node + " gives no answer: " + inWords(node, cause), cause);
    }

    /** The HTTP client of Java tells most of these by their type alone. */
    private static String inWords(URI node, IOException cause) {
        return switch (cause) {
            case ConnectException e when isCausedByName(e) -> "the host " + node.getHost() + " is not known";
            case ConnectException e -> "nobody listens there (connection refused)";
            case HttpTimeoutException e -> "it took too long";
            default -> Objects.requireNonNullElse(cause.getMessage(), "the connection was lost");
        };
    }

    private static boolean isCausedByName(ConnectException refused) {
        Throwable cause = refused.getCause();
        return cause instanceof UnresolvedAddressException
                || (cause instanceof ConnectException inner && inner.getCause() instanceof UnresolvedAddressException);
    }
}
