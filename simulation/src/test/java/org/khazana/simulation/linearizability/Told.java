package org.khazana.simulation.linearizability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes histories by hand: each line is a call with the times between which it was open. */
final class Told<A, R> {
    private final List<Call<A, R>> calls = new ArrayList<>();

    Told<A, R> call(long askedAt, long answeredAt, A action, R outcome) {
        calls.add(new Call<>("client " + (calls.size() + 1), askedAt, answeredAt, action, Optional.of(outcome)));
        return this;
    }

    Told<A, R> unknown(long askedAt, A action) {
        calls.add(new Call<>("client " + (calls.size() + 1), askedAt, Call.NEVER, action, Optional.empty()));
        return this;
    }

    List<Call<A, R>> calls() {
        return calls;
    }
}
