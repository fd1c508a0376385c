package org.khazana.simulation.linearizability;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Judges histories by a model, key by key. What is hard is many calls open at the same time on one key, above all those
 * without an answer, which are open to the end. A thousand calls on a register with fifty of those are judged at once, ten
 * thousand with four hundred may be given up; transfers without an answer may add up in any combination, so that twenty of
 * them among the accounts of one asset take seconds.
 */
public final class Linearizability {
    /** Enough for tens of thousands of calls on one key. A step takes a few microseconds and some 200 bytes. */
    public static final long STEPS_MAX = 1_000_000;

    private Linearizability() {}

    /** As {@link #check(Model, List, long)} with {@link #STEPS_MAX}. */
    public static <S, A, R> Verdict check(Model<S, A, R> model, List<Call<A, R>> calls) {
        return check(model, calls, STEPS_MAX);
    }

    /**
     * Looks at every key, so that a contradiction on one is found even if the search on another is given up.
     *
     * @param calls in any order
     * @param stepsMax how many calls the search may place for each key, wrong attempts included
     */
    public static <S, A, R> Verdict check(Model<S, A, R> model, List<Call<A, R>> calls, long stepsMax) {
        Map<String, List<Call<A, R>>> callsByKey = calls.stream()
                .collect(Collectors.groupingBy(call -> model.key(call.action()), TreeMap::new, Collectors.toList()));
        Verdict verdict = new Verdict.Linearizable(0);
        for (Map.Entry<String, List<Call<A, R>>> entry : callsByKey.entrySet()) {
            verdict = worse(verdict, new Search<>(model, entry.getKey(), entry.getValue()).run(stepsMax));
            if (verdict instanceof Verdict.NotLinearizable) {
                return verdict;
            }
        }
        return verdict;
    }

    private static Verdict worse(Verdict soFar, Verdict next) {
        if (soFar instanceof Verdict.Linearizable before && next instanceof Verdict.Linearizable after) {
            return new Verdict.Linearizable(before.steps() + after.steps());
        }
        return soFar instanceof Verdict.Undecided && next instanceof Verdict.Linearizable ? soFar : next;
    }
}
