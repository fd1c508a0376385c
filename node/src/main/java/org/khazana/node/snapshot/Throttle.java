package org.khazana.node.snapshot;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A token bucket for bytes: so many a second, and after a pause a quarter of a second's worth at once. Any thread. */
final class Throttle {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long BURST_NANOS = SECOND_NANOS / 4;

    private final long bytesPerSecond;
    private final LongSupplier nanos;
    private final AtomicLong paidUntilNanos; // when the bytes let through so far are paid for

    /** @param nanos a clock that never goes back */
    Throttle(long bytesPerSecond, LongSupplier nanos) {
        this.bytesPerSecond = bytesPerSecond;
        this.nanos = nanos;
        this.paidUntilNanos = new AtomicLong(nanos.getAsLong() - BURST_NANOS);
    }

    /** Lets {@code bytes} through; for how many nanoseconds the caller must wait before they go. */
    long takeAndTellWait(int bytes) {
        long now = nanos.getAsLong();
        long cost = bytes * SECOND_NANOS / bytesPerSecond;
        long paidUntil = paidUntilNanos.updateAndGet(before -> {
            long from = before - (now - BURST_NANOS) > 0 ? before : now - BURST_NANOS;
            return from + cost;
        });
        return Math.max(0, paidUntil - cost - now);
    }
}
