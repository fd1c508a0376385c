package org.khazana.node.bench.drive;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * What is answered within the time of a drive, minute by minute. It holds the minute that runs, and those before only until
 * they are asked for. Used by one thread.
 */
final class Minutes {
    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<Request.Kind, Latencies> latencies = new EnumMap<>(Request.Kind.class);
    private final Queue<Minute> over = new ArrayDeque<>();
    private final long endNanos;
    private long beganNanos;
    private int number = 1;
    private long accepted;

    /** The last minute ends at {@code endNanos}, whole or not. */
    Minutes(long startNanos, long endNanos) {
        this.beganNanos = startNanos;
        this.endNanos = endNanos;
    }

    /** Adds a request that was answered now with what was asked for; after the end it belongs to no minute that is told. */
    void succeeded(Attempt attempt, long nowNanos) {
        turn(nowNanos);
        Request request = attempt.request();
        latencies.computeIfAbsent(request.kind(), kind -> new Latencies()).record(attempt.intendedNanos(), nowNanos);
        accepted += request.kind().isTransaction() ? 1 : 0;
    }

    /** The first minute that is over and was not asked for yet. */
    Optional<Minute> next(long nowNanos) {
        turn(nowNanos);
        return Optional.ofNullable(over.poll());
    }

    private void turn(long nowNanos) {
        for (long lasted = lasts(); lasted > 0 && nowNanos - beganNanos >= lasted; lasted = lasts()) {
            Map<Request.Kind, Percentiles> percentiles = new EnumMap<>(Request.Kind.class);
            latencies.forEach((kind, each) -> percentiles.put(kind, each.percentiles()));
            over.add(new Minute(number++, lasted / NANOS_PER_SECOND, accepted, percentiles));
            latencies.clear();
            accepted = 0;
            beganNanos += lasted;
        }
    }

    private long lasts() {
        return Math.min(MINUTE_NANOS, endNanos - beganNanos);
    }
}
