package org.khazana.node.transport;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Questions of one kind put to one peer, whose answer has not come yet. Each is answered exactly once. */
final class AnswersWaiting<A> {
    private final Map<Long, Waiting<A>> byCorrelation = new ConcurrentHashMap<>();
    private final AtomicLong correlations = new AtomicLong();
    private final Semaphore places;
    private final long timeoutNanos;
    private final A lost;

    private record Waiting<A>(Consumer<A> answer, long sentNanos) {}

    /**
     * Nobody waits yet.
     *
     * @param waitingMax questions not yet answered; no more are asked
     * @param lost the answer to a question that the peer does not answer in time
     */
    AnswersWaiting(int waitingMax, int timeoutMillis, A lost) {
        this.places = new Semaphore(waitingMax);
        this.timeoutNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        this.lost = lost;
    }

    /** A new correlation id for {@code answer}; empty when too many wait already. */
    OptionalLong add(Consumer<A> answer) {
        if (!places.tryAcquire()) {
            return OptionalLong.empty();
        }
        long correlation = correlations.incrementAndGet();
        byCorrelation.put(correlation, new Waiting<>(answer, System.nanoTime()));
        return OptionalLong.of(correlation);
    }

    /** Answers one; nothing happens when it was answered before. */
    void answer(long correlation, A answer) {
        Waiting<A> waiting = byCorrelation.remove(correlation);
        if (waiting != null) {
            places.release();
            waiting.answer().accept(answer);
        }
    }

    /** The question could not be sent to its end. */
    void lose(long correlation) {
        answer(correlation, lost);
    }

    /** The connection is gone: nobody will answer any of them. */
    void loseAll() {
        List.copyOf(byCorrelation.keySet()).forEach(this::lose);
    }

    void loseOverdue() {
        long nowNanos = System.nanoTime();
        byCorrelation.forEach((correlation, waiting) -> {
            if (nowNanos - waiting.sentNanos() > timeoutNanos) {
                lose(correlation);
            }
        });
    }
}
