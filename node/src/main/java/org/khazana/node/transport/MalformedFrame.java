package org.khazana.node.transport;

/** Bytes that are not a frame. The connection they came on is closed. */
final class MalformedFrame extends RuntimeException {
    MalformedFrame(String message) {
        super(message);
    }

    MalformedFrame(String message, Throwable cause) {
        super(message, cause);
    }
}
