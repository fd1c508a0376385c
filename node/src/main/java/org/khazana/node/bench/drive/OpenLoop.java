package org.khazana.node.bench.drive;

/**
 * So many requests a second, whether answers come or not. A request counts from when it was meant to begin: if all
 * connections are busy it begins late, and its latency holds the time that it waited. Otherwise a server that stops for a
 * second would be asked less just then, and the second would hardly show ("coordinated omission").
 */
public final class OpenLoop implements Pace {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long startNanos;
    private final long endNanos;
    private final long planned;
    private final int perSecond;
    private final int underWayMax;
    /** How many have begun. */
    private long begun;

    /**
     * The first request is meant for {@code startNanos}, the last one before {@code windowNanos} later.
     *
     * @param windowNanos at most an hour
     * @param perSecond at most a million
     */
    public OpenLoop(long startNanos, long windowNanos, int perSecond, int underWayMax) {
        this.startNanos = startNanos;
        this.endNanos = startNanos + windowNanos;
        this.planned =
                Math.ceilDiv(Math.multiplyExact(windowNanos / 1_000_000, (long) perSecond), 1_000L); // whole millis
        this.perSecond = perSecond;
        this.underWayMax = underWayMax;
    }

    @Override
    public int underWayMax() {
        return underWayMax;
    }

    @Override
    public long nanosUntilDue(long nowNanos) {
        return begun < planned ? Math.max(0, intendedNanos(begun) - nowNanos) : NEVER;
    }

    @Override
    public long begin(long nowNanos) {
        return intendedNanos(begun++);
    }

    @Override
    public long endNanos() {
        return endNanos;
    }

    @Override
    public long overdue(long nowNanos) {
        long elapsedNanos = Math.max(0, nowNanos - startNanos);
        // One is meant for the very start.
        long meant = Math.multiplyExact(elapsedNanos / 1_000, (long) perSecond) / 1_000_000 + 1;
        return Math.max(0, Math.min(planned, meant) - begun);
    }

    private long intendedNanos(long index) {
        return startNanos + Math.multiplyExact(index, NANOS_PER_SECOND) / perSecond;
    }
}
