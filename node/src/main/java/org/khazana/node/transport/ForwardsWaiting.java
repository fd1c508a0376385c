package org.khazana.node.transport;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Submissions handed to one peer whose answer has not come yet. Each is answered exactly once. */
final class ForwardsWaiting {
    private final Map<Long, Waiting> byCorrelation = new ConcurrentHashMap<>();
    private final AtomicLong correlations = new AtomicLong();
    private final Semaphore places;
    private final long timeoutNanos;

    private record Waiting(Consumer<ForwardAnswer> answer, long sentNanos) {}

    ForwardsWaiting(TransportLimits limits) {
        this.places = new Semaphore(limits.forwardsWaitingMax());
        this.timeoutNanos = TimeUnit.MILLISECONDS.toNanos(limits.forwardTimeoutMillis());
    }

    /** A new correlation id for {@code answer}; empty when too many wait already. */
    OptionalLong add(Consumer<ForwardAnswer> answer) {
        if (!places.tryAcquire()) {
            return OptionalLong.empty();
        }
        long correlation = correlations.incrementAndGet();
        byCorrelation.put(correlation, new Waiting(answer, System.nanoTime()));
        return OptionalLong.of(correlation);
    }

    /** Answers one; nothing happens when it was answered before. */
    void answer(long correlation, ForwardAnswer answer) {
        Waiting waiting = byCorrelation.remove(correlation);
        if (waiting != null) {
            places.release();
            waiting.answer().accept(answer);
        }
    }

    /** The connection is gone: nobody will answer any of them. */
    void loseAll() {
        List.copyOf(byCorrelation.keySet()).forEach(correlation -> answer(correlation, new ForwardAnswer.Lost()));
    }

    void loseOverdue() {
        long nowNanos = System.nanoTime();
        byCorrelation.forEach((correlation, waiting) -> {
            if (nowNanos - waiting.sentNanos() > timeoutNanos) {
                answer(correlation, new ForwardAnswer.Lost());
            }
        });
    }
}
