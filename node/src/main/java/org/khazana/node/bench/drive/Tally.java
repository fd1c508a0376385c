package org.khazana.node.bench.drive;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.khazana.ledger.transaction.TransactionId;

/** Counts and times what is asked and answered. Used by one thread. */
final class Tally {
    private static final int ACKNOWLEDGED_MAX = 100_000;
    private static final int ALL = 1 << 30;

    private final Map<Request.Kind, Latencies> latencies = new EnumMap<>(Request.Kind.class);
    private final Map<String, Long> errors = new TreeMap<>();
    /** All, once a timeline is kept. */
    private Sample<TransactionId> acknowledged = new Sample<>(ACKNOWLEDGED_MAX);

    private long asked;
    private long succeeded;
    private long acceptedInWindow;
    private long refused;
    private Optional<Timeline> timeline = Optional.empty();
    private boolean isGapWatched;
    private long watchedNanos;
    private long acceptedNanos;
    private long longestGapNanos;

    void asked() {
        asked++;
    }

    /** A problem, whatever comes of it. */
    void error(String name) {
        errors.merge(name, 1L, Long::sum);
    }

    void refused() {
        refused++;
    }

    /** An answer that is what was asked for. */
    void succeeded(Attempt attempt, long nowNanos, boolean isInWindow) {
        succeeded++;
        Request request = attempt.request();
        latencies.computeIfAbsent(request.kind(), kind -> new Latencies()).record(attempt.intendedNanos(), nowNanos);
        switch (request.kind()) {
            case COMMITTED -> {
                timeline.ifPresent(kept -> kept.add(attempt.intendedNanos(), nowNanos));
                accepted(request, nowNanos, isInWindow);
            }
            case CERTIFIED -> accepted(request, nowNanos, isInWindow);
            case READ, RECEIPT -> {}
        }
    }

    private void accepted(Request request, long nowNanos, boolean isInWindow) {
        request.transaction().ifPresent(acknowledged::add);
        if (isInWindow) {
            acceptedInWindow++;
            extendGap(nowNanos);
            acceptedNanos = nowNanos;
        }
    }

    /** Each committed transaction is kept with its times, and all that are acknowledged; to be said before anything is. */
    void keepTimeline() {
        acknowledged = new Sample<>(ALL);
        timeline = Optional.of(new Timeline());
    }

    /** From now on the longest time without an acknowledgement is looked for. */
    void watchGap(long nowNanos) {
        isGapWatched = true;
        watchedNanos = nowNanos;
        acceptedNanos = nowNanos;
    }

    private void extendGap(long nowNanos) {
        if (isGapWatched) {
            longestGapNanos = Math.max(longestGapNanos, nowNanos - acceptedNanos);
        }
    }

    /**
     * All of it, when no more is waited for.
     *
     * @param windowEndNanos when requests could begin for the last time
     */
    Outcome outcome(long startNanos, long windowEndNanos, long nowNanos, long unsent) {
        extendGap(Math.max(windowEndNanos, acceptedNanos));
        Map<Request.Kind, Percentiles> percentiles = new EnumMap<>(Request.Kind.class);
        latencies.forEach((kind, each) -> percentiles.put(kind, each.percentiles()));
        return new Outcome(
                asked,
                succeeded,
                acceptedInWindow,
                refused,
                asked - succeeded - refused,
                unsent,
                windowEndNanos - startNanos,
                nowNanos - startNanos,
                errors,
                percentiles,
                acknowledged.added(),
                acknowledged.kept(),
                longestGapNanos,
                timeline.filter(kept -> isGapWatched).map(kept -> kept.recovery(watchedNanos, windowEndNanos)));
    }
}
