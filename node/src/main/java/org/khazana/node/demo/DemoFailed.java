package org.khazana.node.demo;

/** The story did not go as it must. The message says what failed, in one sentence. */
public final class DemoFailed extends RuntimeException {
    DemoFailed(String message) {
        super(message);
    }

    DemoFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
