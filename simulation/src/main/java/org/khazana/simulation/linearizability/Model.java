package org.khazana.simulation.linearizability;

import java.util.Optional;

/**
 * What a correct system does, one action after the other: the sequential specification.
 *
 * @param <S> an immutable state with {@code equals} and {@code hashCode}
 * @param <A> what can be asked for
 * @param <R> what can be answered
 */
public interface Model<S, A, R> {

    /**
     * The independent object that the action is about. No action may look at or change the objects of other keys: then a
     * history is linearizable if and only if it is so key by key, and each key is looked at alone.
     */
    String key(A action);

    /** Whether the action never changes any state, whatever its outcome. */
    boolean isRead(A action);

    /** The state of the object before the first action. */
    S initialState(String key);

    /**
     * The state after {@code action}; the same as before when nothing changes.
     *
     * @param outcome what the client was told; empty when it never learned, and then any outcome is right
     * @return empty when the action cannot have had this outcome in this state
     */
    Optional<S> step(S state, A action, Optional<R> outcome);
}
