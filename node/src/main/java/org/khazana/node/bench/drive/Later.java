package org.khazana.node.bench.drive;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Things to be done again after a pause, in the order in which they came. Used by one thread. */
final class Later<T> {
    private final Queue<Due<T>> waiting = new ArrayDeque<>();
    private final long pauseNanos;

    private record Due<T>(T what, long nanos) {}

    /** Each waits for the same time. */
    Later(long pauseNanos) {
        this.pauseNanos = pauseNanos;
    }

    void add(T what, long nowNanos) {
        waiting.add(new Due<>(what, nowNanos + pauseNanos));
    }

    /** The first one, if its pause is over. */
    Optional<T> poll(long nowNanos) {
        Due<T> first = waiting.peek();
        if (first == null || nowNanos - first.nanos() < 0) {
            return Optional.empty();
        }
        waiting.remove();
        return Optional.of(first.what());
    }

    /** How long until the first pause is over. */
    long nanosUntilDue(long nowNanos) {
        Due<T> first = waiting.peek();
        return first == null ? Pace.NEVER : Math.max(0, first.nanos() - nowNanos);
    }
}
