package org.khazana.ledger.table;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Stretches of keys of one table in which an overlay hides every record that lies below it, as was learnt by looking at them. What an
 * overlay has written it never takes back, so while nothing changes below, a stretch stays hidden whatever else is written.
 */
final class HiddenStretches<K extends Comparable<K>> {
    /** From the least key of each to its greatest; no two have a key in common. */
    private final NavigableMap<K, K> stretches = new TreeMap<>();

    /** The greatest key of the stretch that the key lies in; the key if it lies in none. */
    K greatest(K key) {
        Map.Entry<K, K> stretch = stretches.floorEntry(key);
        return stretch == null || stretch.getValue().compareTo(key) < 0 ? key : stretch.getValue();
    }

    /** The least key of the stretch that the key lies in; the key if it lies in none. */
    K least(K key) {
        Map.Entry<K, K> stretch = stretches.floorEntry(key);
        return stretch == null || stretch.getValue().compareTo(key) < 0 ? key : stretch.getKey();
    }

    /** Everything below is hidden from one of the keys to the other, which are in any order. */
    void add(K one, K other) {
        boolean isAscending = one.compareTo(other) <= 0;
        K least = least(isAscending ? one : other);
        K greatest = greatest(isAscending ? other : one);
        stretches.subMap(least, true, greatest, true).clear(); // they are parts of this one now
        stretches.put(least, greatest);
    }
}
