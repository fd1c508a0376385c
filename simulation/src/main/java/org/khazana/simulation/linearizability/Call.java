package org.khazana.simulation.linearizability;

import java.util.Optional;

/**
 * One thing a client asked for, and what it was told.
 *
 * @param client who asked, for people
 * @param askedAt when, on any clock that all calls of a history share; not before the question was ready to leave
 * @param answeredAt when the answer had come, not before {@code askedAt}; {@link #NEVER} without an answer. A call
 *     comes before another in time only if it was answered strictly before the other was asked
 * @param action what was asked for. A request that was sent again under the same request id is still one call
 * @param outcome what the client was told; empty when it never learned, so that the action may take effect at any later
 *     time or never
 */
public record Call<A, R>(String client, long askedAt, long answeredAt, A action, Optional<R> outcome) {
    /** Later than every time on the clock. */
    public static final long NEVER = Long.MAX_VALUE;

    public Call {
        if (answeredAt < askedAt) {
            throw new IllegalArgumentException(client + " was answered at " + answeredAt + ", before " + askedAt);
        }
        if (outcome.isPresent() == (answeredAt == NEVER)) {
            throw new IllegalArgumentException("a call has an outcome if and only if it was answered");
        }
    }

    public boolean isAnswered() {
        return outcome.isPresent();
    }

    @Override
    public String toString() {
        String times = isAnswered() ? askedAt + ".." + answeredAt : askedAt + "..";
        return "%s [%s] %s -> %s"
                .formatted(client, times, action, outcome.map(Object::toString).orElse("outcome unknown"));
    }
}
