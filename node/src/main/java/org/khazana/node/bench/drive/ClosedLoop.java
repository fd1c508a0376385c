package org.khazana.node.bench.drive;

/** A fixed number of callers, each of whom asks again as soon as it has its answer. */
public final class ClosedLoop implements Pace {
    private final long endNanos;
    private final int callers;

    /** Callers begin at {@code startNanos} and ask nothing new {@code windowNanos} later. */
    public ClosedLoop(long startNanos, long windowNanos, int callers) {
        this.endNanos = startNanos + windowNanos;
        this.callers = callers;
    }

    @Override
    public int underWayMax() {
        return callers;
    }

    @Override
    public long nanosUntilDue(long nowNanos) {
        return nowNanos - endNanos < 0 ? 0 : NEVER;
    }

    @Override
    public long begin(long nowNanos) {
        return nowNanos;
    }

    @Override
    public long endNanos() {
        return endNanos;
    }

    @Override
    public long overdue(long nowNanos) {
        return 0;
    }
}
