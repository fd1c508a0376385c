package org.khazana.api.server;

/** The HTTP server cannot be started; the message says what is wrong and what to do. */
public final class CannotListen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotListen(ApiSettings settings, Throwable cause) {
        super(
                "cannot listen for HTTP on %s port %d (%s): stop the program that uses it, or give this node another address"
                        .formatted(settings.host(), settings.port(), rootMessage(cause)),
                cause);
    }

    private static String rootMessage(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
