package org.khazana.consensus.runtime;

import java.util.concurrent.atomic.AtomicBoolean;

/** The one place where anything thrown on a thread of the replica ends: told once, and everything stops. */
final class FaultLatch {
    private final FaultHandler handler;
    private final AtomicBoolean happened = new AtomicBoolean();

    FaultLatch(FaultHandler handler) {
        this.handler = handler;
    }

    /** Whether the replica must send, write and apply nothing more. */
    boolean happened() {
        return happened.get();
    }

    /** {@code body}, with everything that it throws reported as a failure of {@code part}. */
    Runnable guard(String part, Runnable body) {
        return () -> {
            try {
                body.run();
            } catch (Throwable cause) { // an Error stops the replica just as an exception does
                if (happened.compareAndSet(false, true)) {
                    handler.fatal(part + " failed: " + cause.getMessage(), cause);
                }
            }
        };
    }
}
