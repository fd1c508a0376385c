package org.khazana.node.bench.drive;

import org.HdrHistogram.Histogram;

/** How long answers took, in microseconds: of all of them, exact to three digits. */
public final class Latencies {
    /** Longer ones are taken for this long; nothing is waited for as long. */
    private static final long MICROS_MAX = 3_600_000_000L;

    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(MICROS_MAX, DIGITS);

    /** Adds one that was meant to begin, and whose answer came, at these times of one clock. */
    public void record(long intendedNanos, long answeredNanos) {
        long micros = Math.max(0, answeredNanos - intendedNanos) / 1_000;
        histogram.recordValue(Math.min(MICROS_MAX, micros));
    }

    /** What is printed of them. */
    public Percentiles percentiles() {
        return histogram.getTotalCount() == 0
                ? Percentiles.NONE
                : new Percentiles(
                        histogram.getTotalCount(),
                        histogram.getValueAtPercentile(50),
                        histogram.getValueAtPercentile(99),
                        histogram.getValueAtPercentile(99.9),
                        histogram.getMaxValue());
    }
}
