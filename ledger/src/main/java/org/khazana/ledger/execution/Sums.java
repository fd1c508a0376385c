package org.khazana.ledger.execution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up amounts under keys, in whatever order they come. What comes to nothing is as if it had never been added. */
final class Sums<K> {
    private final Map<K, Long> sums = new LinkedHashMap<>();

    /** @throws ArithmeticException if it comes to more than can be counted */
    void add(K key, long amount) {
        if (amount == 0) {
            return;
        }
        long sum = Math.addExact(sums.getOrDefault(key, 0L), amount);
        if (sum == 0) {
            sums.remove(key);
        } else {
            sums.put(key, sum);
        }
    }

    void subtract(K key, long amount) {
        add(key, Math.negateExact(amount));
    }

    /** Whether everything has come to nothing. */
    boolean areNone() {
        return sums.isEmpty();
    }

    /** Without zeros. */
    Map<K, Long> asMap() {
        return Collections.unmodifiableMap(sums);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sums<?> others && sums.equals(others.sums);
    }

    @Override
    public int hashCode() {
        return sums.hashCode();
    }

    @Override
    public String toString() {
        return sums.toString();
    }
}
