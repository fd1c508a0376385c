package org.khazana.simulation.linearizability;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Histories of a system that is correct by construction: clients ask, at some later time one call after the other takes
 * effect, at some later time the answer comes or never does.
 */
final class RandomHistories<S, A, R> {

    /** A call under way; it has an outcome as soon as it has taken effect. */
    private record Pending<A, R>(long call, A action, Optional<R> outcome) {}

    private final Sample<S, A, R> sample;
    private final Random random;
    private final History<A, R> history = new History<>();
    private final Map<Integer, Pending<A, R>> pending = new TreeMap<>();
    private final Map<String, S> states = new TreeMap<>();

    private RandomHistories(Sample<S, A, R> sample, Random random) {
        this.sample = sample;
        this.random = random;
    }

    /** @param lossPercent how often a client gives up instead of going on; its call may have taken effect or not */
    static <S, A, R> List<Call<A, R>> draw(
            Sample<S, A, R> sample, Random random, int clients, int calls, int lossPercent) {
        RandomHistories<S, A, R> histories = new RandomHistories<>(sample, random);
        int asked = 0;
        while (asked < calls) {
            int client = random.nextInt(clients);
            if (histories.pending.containsKey(client)) {
                histories.goOn(client, lossPercent);
            } else {
                histories.ask(client);
                asked++;
            }
        }
        return histories.history.calls();
    }

    private void ask(int client) {
        A action = sample.actions().apply(random);
        pending.put(client, new Pending<>(history.asked("client " + client, action), action, Optional.empty()));
    }

    private void goOn(int client, int lossPercent) {
        Pending<A, R> current = Objects.requireNonNull(pending.remove(client));
        if (random.nextInt(100) < lossPercent) {
            return;
        }
        if (current.outcome().isPresent()) {
            history.answered(current.call(), current.outcome().get());
        } else {
            Optional<R> outcome = Optional.of(takeEffect(current.action()));
            pending.put(client, new Pending<>(current.call(), current.action(), outcome));
        }
    }

    private R takeEffect(A action) {
        String key = sample.model().key(action);
        S before = states.getOrDefault(key, sample.model().initialState(key));
        R outcome = sample.answers().apply(before, action);
        states.put(
                key, sample.model().step(before, action, Optional.of(outcome)).orElseThrow());
        return outcome;
    }
}
