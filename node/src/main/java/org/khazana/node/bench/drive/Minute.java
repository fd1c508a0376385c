package org.khazana.node.bench.drive;

import java.util.Map;

/**
 * What was answered in a minute of a drive.
 *
 * @param number counts from 1
 * @param seconds how long it was; the last one may be shorter
 * @param accepted transactions that were acknowledged in it
 * @param latencies of requests that succeeded in it, by kind
 */
public record Minute(int number, double seconds, long accepted, Map<Request.Kind, Percentiles> latencies) {
    public Minute {
        latencies = Map.copyOf(latencies);
    }

    /** Transactions acknowledged in each second of it. */
    public double acceptedPerSecond() {
        return accepted / seconds;
    }
}
