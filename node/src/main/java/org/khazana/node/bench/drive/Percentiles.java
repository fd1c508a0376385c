package org.khazana.node.bench.drive;

/**
 * The latencies of {@code count} answers, in microseconds: what 50, 99 and 99.9 percent of them did not exceed, and the
 * longest.
 */
public record Percentiles(long count, long p50Micros, long p99Micros, long p999Micros, long maxMicros) {
    /** Of no answers. */
    public static final Percentiles NONE = new Percentiles(0, 0, 0, 0, 0);
}
