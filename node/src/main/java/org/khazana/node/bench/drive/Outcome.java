package org.khazana.node.bench.drive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.khazana.ledger.transaction.TransactionId;

/**
 * What a drive came to. {@code asked = succeeded + refused + unanswered}.
 *
 * @param asked requests that began
 * @param succeeded requests that were answered with what was asked for
 * @param acceptedInWindow transactions that were acknowledged before the time was over; the rest were acknowledged later
 * @param refused requests that were answered, for good, with something else
 * @param unanswered requests that had no answer for good when it was no longer waited for
 * @param unsent requests that were meant to begin and did not, since all connections were busy
 * @param windowNanos how long requests could begin: less than asked for only if they had run out
 * @param tookNanos until the last answer
 * @param errors how often each problem was answered, by name, and {@code CONNECTION_LOST}; also of requests that were sent
 *     again and succeeded
 * @param latencies of requests that succeeded, by kind
 * @param accepted transactions that were acknowledged, at any time
 * @param acknowledged some of these, at most 100,000 and evenly chosen, or all if something happens midway, in the order of
 *     the answers: they must never be lost
 * @param longestGapNanos longest time without an acknowledgement since what happened midway; 0 if nothing did
 * @param recovery of the latency of committed transactions from that; empty if nothing happened
 */
public record Outcome(
        long asked,
        long succeeded,
        long acceptedInWindow,
        long refused,
        long unanswered,
        long unsent,
        long windowNanos,
        long tookNanos,
        Map<String, Long> errors,
        Map<Request.Kind, Percentiles> latencies,
        long accepted,
        List<TransactionId> acknowledged,
        long longestGapNanos,
        Optional<Recovery> recovery) {
    public Outcome {
        errors = Map.copyOf(errors);
        latencies = Map.copyOf(latencies);
        acknowledged = List.copyOf(acknowledged);
    }

    /** Transactions that were acknowledged in each second of the time. */
    public double acceptedPerSecond() {
        return acceptedInWindow * 1e9 / Math.max(1, windowNanos);
    }

    /** Of this kind; of no answers if there were none. */
    public Percentiles latency(Request.Kind kind) {
        return latencies.getOrDefault(kind, Percentiles.NONE);
    }
}
