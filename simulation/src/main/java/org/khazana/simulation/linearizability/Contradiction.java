package org.khazana.simulation.linearizability;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How far an order could be found, and where it ends.
 *
 * @param key of the object that contradicts itself
 * @param prefix calls in an order that is right as far as it goes. Among all orders tried none explains the answers
 *     longer in time
 * @param state after the prefix
 * @param doesNotFit calls that would have to come next but cannot; first the one whose answer came first: no order has
 *     room for it and for everything answered before it
 */
public record Contradiction(String key, List<Call<?, ?>> prefix, Object state, List<Call<?, ?>> doesNotFit) {
    private static final int SHOWN_MAX = 20;

    public Contradiction {
        prefix = List.copyOf(prefix);
        doesNotFit = List.copyOf(doesNotFit);
    }

    /** Several lines for people: the end of the prefix, the state, and what does not fit. */
    @Override
    public String toString() {
        int left = Math.max(0, prefix.size() - SHOWN_MAX);
        String shown = prefix.subList(left, prefix.size()).stream()
                .map(call -> "\n    " + call)
                .collect(Collectors.joining());
        String misfits = doesNotFit.stream()
                .limit(SHOWN_MAX)
                .map(call -> "\n    " + call)
                .collect(Collectors.joining());
        return "no order explains what clients of " + key + " were told"
                + "\n  right so far (" + prefix.size() + " calls" + (left > 0 ? ", the last " + SHOWN_MAX : "") + "):"
                + shown
                + "\n  then the state is " + state + ", and none of these can come next:" + misfits;
    }
}
