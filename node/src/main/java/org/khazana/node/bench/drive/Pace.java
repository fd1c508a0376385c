package org.khazana.node.bench.drive;

/**
 * When requests begin. Times are of one clock that never goes back, in nanoseconds with any zero, like {@link
 * System#nanoTime}. Used by one thread.
 */
public interface Pace {

    /** How many requests may be under way at the same time: as many connections are opened. */
    int underWayMax();

    /** Whether one more begins now, while {@code underWay} have begun and are not over. */
    boolean isDue(long nowNanos, int underWay);

    /** The next one begins: tells when it was meant to, from which its latency counts. */
    long begin(long nowNanos);

    /** How long nothing becomes due unless an answer comes; 0 when something is due. */
    long nanosUntilDue(long nowNanos);

    /** When no more is meant to begin. */
    long endNanos();

    /** Whether no more will begin: some may begin late. */
    boolean isOver(long nowNanos);

    /** How many were meant to begin by now and have not. */
    long overdue(long nowNanos);
}
