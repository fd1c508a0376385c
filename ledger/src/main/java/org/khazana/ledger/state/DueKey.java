package org.khazana.ledger.state;

/** A record and since when there is something to do with it; ordered by that, then by the record's key. */
record DueKey<K extends Comparable<K>>(long due, K key) implements Comparable<DueKey<K>> {
    @Override
    public int compareTo(DueKey<K> other) {
        int byDue = Long.compare(due, other.due);
        return byDue != 0 ? byDue : key.compareTo(other.key);
    }
}
