package org.khazana.node.bench.drive;

/**
 * When requests begin. Times are of one clock that never goes back, in nanoseconds with any zero, like {@link
 * System#nanoTime}. Used by one thread.
 */
public interface Pace {
    /** A time that does not come. */
    long NEVER = Long.MAX_VALUE;

    /** How many requests may be under way at the same time: as many connections are opened. */
    int underWayMax();

    /** How long until the next one is to begin: 0 if one is due, {@link #NEVER} if no more will begin. */
    long nanosUntilDue(long nowNanos);

    /** The next one begins: tells when it was meant to, from which its latency counts. */
    long begin(long nowNanos);

    /** When no more is meant to begin; some may begin late. */
    long endNanos();

    /** How many were meant to begin by now and have not. */
    long overdue(long nowNanos);
}
