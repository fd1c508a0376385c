package org.khazana.simulation.linearizability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call placed in the order, behind the one before it: a chain of places is an order as far as it goes. */
final class Place<S> {

    /** The call was placed without knowing whether it took effect; {@code before} is the state without it. */
    record Hypothesis<S>(int call, S before) {}

    private final @Nullable Place<S> previous;
    private final int call;
    private final int size;
    private final S state;
    private final Optional<Hypothesis<S>> hypothesis;
    private final long deadline;
    /** The first call that has not been tried as the next one. */
    private int cursor;

    private Place(@Nullable Place<S> previous, int call, S state, Optional<Hypothesis<S>> hypothesis, long deadline) {
        this.previous = previous;
        this.call = call;
        this.size = previous == null ? 0 : previous.size + 1;
        this.state = state;
        this.hypothesis = hypothesis;
        this.deadline = deadline;
    }

    /** Before the first call. */
    static <S> Place<S> beforeAll(S initialState, long deadline) {
        return new Place<>(null, -1, initialState, Optional.empty(), deadline);
    }

    /** @param nextDeadline the first time at which a call that then is still open was answered */
    Place<S> then(int nextCall, S nextState, Optional<Hypothesis<S>> nextHypothesis, long nextDeadline) {
        return new Place<>(this, nextCall, nextState, nextHypothesis, nextDeadline);
    }

    /** Null before the first call. */
    @Nullable
    Place<S> previous() {
        return previous;
    }

    int call() {
        return call;
    }

    S state() {
        return state;
    }

    Optional<Hypothesis<S>> hypothesis() {
        return hypothesis;
    }

    long deadline() {
        return deadline;
    }

    int cursor() {
        return cursor;
    }

    void moveCursor(int to) {
        cursor = to;
    }

    /** Explains more answers in time; at the same time, more calls. */
    boolean isFurtherThan(Place<S> other) {
        return deadline != other.deadline ? deadline > other.deadline : size > other.size;
    }

    /** All calls placed, in order. */
    List<Integer> order() {
        List<Integer> order = new ArrayList<>(size);
        for (Place<S> place = this; place.previous != null; place = place.previous) {
            order.add(place.call);
        }
        Collections.reverse(order);
        return order;
    }
}
