package org.khazana.node;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something that other threads or processes bring about, and cannot tell us of. */
public final class Eventually {
    private static final long PAUSE_NANOS_MAX = TimeUnit.MILLISECONDS.toNanos(20);

    private Eventually() {}

    /** Returns as soon as {@code condition} holds; fails when it does not hold within {@code patience}. */
    public static void holds(String what, Duration patience, BooleanSupplier condition) {
        holds(condition, patience, () -> "not within " + patience.toMillis() + " ms: " + what);
    }

    /** The same, and says {@code otherwise} when it fails. */
    public static void holds(BooleanSupplier condition, Duration patience, Supplier<String> otherwise) {
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        long pauseNanos = TimeUnit.MILLISECONDS.toNanos(1);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new AssertionError(otherwise.get());
            }
            LockSupport.parkNanos(pauseNanos);
            pauseNanos = Math.min(2 * pauseNanos, PAUSE_NANOS_MAX);
        }
    }
}
