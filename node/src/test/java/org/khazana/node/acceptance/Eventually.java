package org.khazana.node.acceptance;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition in another process, which cannot tell us when it holds. */
final class Eventually {
    private static final long PAUSE_MILLIS = 20;

    private Eventually() {}

    /** Fails with {@code otherwise} when the condition does not hold within {@code patience}. */
    static void holds(BooleanSupplier condition, Duration patience, Supplier<String> otherwise) {
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new AssertionError(otherwise.get());
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
        }
    }
}
