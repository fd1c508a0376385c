package org.khazana.simulation.linearizability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The definition of linearizability, taken literally: tries every order of every set of calls. For a few calls only. */
final class Permutations<S, A, R> {
    private final Model<S, A, R> model;
    private final List<Call<A, R>> calls;

    Permutations(Model<S, A, R> model, List<Call<A, R>> calls) {
        this.model = model;
        this.calls = calls;
    }

    boolean anyExplains() {
        return anyExplains(List.of(), calls);
    }

    private boolean anyExplains(List<Call<A, R>> order, List<Call<A, R>> rest) {
        if (!keepsTheTimes(order) || !followsTheModel(order)) {
            return false; // and so does every longer order that begins like this one
        }
        if (rest.stream().noneMatch(Call::isAnswered)) {
            return true;
        }
        for (int next = 0; next < rest.size(); next++) {
            List<Call<A, R>> longer = new ArrayList<>(order);
            List<Call<A, R>> fewer = new ArrayList<>(rest);
            longer.add(fewer.remove(next));
            if (anyExplains(longer, fewer)) {
                return true;
            }
        }
        return false;
    }

    private static <A, R> boolean keepsTheTimes(List<Call<A, R>> order) {
        for (int later = 0; later < order.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (order.get(later).answeredAt() < order.get(earlier).askedAt()) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean followsTheModel(List<Call<A, R>> order) {
        Optional<S> state = Optional.of(model.initialState("the only key"));
        for (Call<A, R> call : order) {
            state = state.flatMap(before -> model.step(before, call.action(), call.outcome()));
        }
        return state.isPresent();
    }
}
