package org.khazana.simulation.linearizability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes down what clients ask and are told, in the order in which it happens. Any number of threads may write: a call is
 * noted before it leaves and its answer after it has come, so that what the history calls earlier was earlier.
 */
public final class History<A, R> {

    private record Asked<A>(String client, long askedAt, A action) {}

    private final SortedMap<Long, Asked<A>> open = new TreeMap<>();
    private final List<Call<A, R>> answered = new ArrayList<>();
    private long events;

    /** A client is about to ask; the number of the call is to be given back with the answer. */
    public synchronized long asked(String client, A action) {
        long call = ++events;
        open.put(call, new Asked<>(client, call, action));
        return call;
    }

    /** The answer has come. */
    public synchronized void answered(long call, R outcome) {
        Asked<A> asked = close(call);
        answered.add(new Call<>(asked.client(), asked.askedAt(), ++events, asked.action(), Optional.of(outcome)));
    }

    /** It is certain that the action has not taken effect and never will, such as when it never left the client. */
    public synchronized void withdrawn(long call) {
        close(call);
    }

    private Asked<A> close(long call) {
        Asked<A> asked = open.remove(call);
        if (asked == null) {
            throw new IllegalArgumentException("call " + call + " is not open");
        }
        return asked;
    }

    /** All calls so far; whoever has no answer yet does not know its outcome. */
    public synchronized List<Call<A, R>> calls() {
        List<Call<A, R>> calls = new ArrayList<>(answered);
        open.values()
                .forEach(asked -> calls.add(
                        new Call<>(asked.client(), asked.askedAt(), Call.NEVER, asked.action(), Optional.empty())));
        return calls;
    }
}
