package org.khazana.ledger.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.Invariant;

/** Tables with pending changes on top: what they would be. Dropping it drops the changes. For one thread. */
public class TableOverlay implements TableReads, TableWrites {
    private final TableReads below;
    /** Empty for a record that is removed here. */
    private final TableMaps maps = new TableMaps();

    private final List<NetChanges.OfTable<?, ?>> written = new ArrayList<>();
    private final long writesBelow;
    private long writes;
    /** Numbers of the tables that were written here, and not by an overlay on top of this one. */
    private final BitSet writtenHere = new BitSet(Table.NUMBER_END);

    private boolean isTakingOver;

    public TableOverlay(TableReads below) {
        this.below = below;
        this.writesBelow = below instanceof TableOverlay lower ? lower.writes : 0;
    }

    /** Writes all of it to the overlay below. If that has changed since this one was laid on it, entries of indexes would be wrong. */
    public void writeBelow() {
        Invariant.check(
                below instanceof TableOverlay lower && lower.writes == writesBelow,
                "what lies below an overlay is none, or has changed");
        ((TableOverlay) below).takeOver(net());
    }

    private void takeOver(NetChanges fromAbove) {
        isTakingOver = true;
        try {
            fromAbove.writeTo(this);
        } finally {
            isTakingOver = false;
        }
    }

    /** The tables that were written here, and not by an overlay on top of this one, in no order that means anything. */
    public Set<Table<?, ?>> writtenHere() {
        return written.stream()
                .map(NetChanges.OfTable::table)
                .filter(table -> writtenHere.get(table.number()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What all changes so far come to; nothing is to be changed here any more. */
    public NetChanges net() {
        return new NetChanges(written);
    }

    private <K extends Comparable<K>, V> KeyedRecords<K, Optional<V>> touched(Table<K, V> table) {
        writes++;
        if (!isTakingOver) {
            writtenHere.set(table.number());
        }
        KeyedRecords<K, Optional<V>> touched = maps.find(table);
        if (touched == null) {
            touched = maps.of(table);
            written.add(new NetChanges.OfTable<>(table, touched));
        }
        return touched;
    }

    /**
     * The records that were put or removed here, as they are now; empty where there is none. In an order that means nothing, but is
     * always the same.
     */
    public <K extends Comparable<K>, V> Map<K, Optional<V>> changed(Table<K, V> table) {
        KeyedRecords<K, Optional<V>> touched = maps.find(table);
        return touched == null ? Map.of() : Collections.unmodifiableMap(touched.all());
    }

    /** The same in the order of the keys. */
    public <K extends Comparable<K>, V> Map<K, Optional<V>> changedInOrder(Table<K, V> table) {
        KeyedRecords<K, Optional<V>> touched = maps.find(table);
        return touched == null ? Map.of() : Collections.unmodifiableMap(touched.inOrder());
    }

    @Override
    public <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key) {
        KeyedRecords<K, Optional<V>> touched = maps.find(table);
        Optional<V> pending = touched == null ? null : touched.get(key);
        return pending == null ? below.get(table, key) : pending;
    }

    @Override
    public <K extends Comparable<K>, V> void write(Table<K, V> table, K key, V value) {
        touched(table).put(key, Optional.of(value));
    }

    @Override
    public <K extends Comparable<K>, V> void erase(Table<K, V> table, K key) {
        touched(table).put(key, Optional.empty());
    }

    @Override
    public <K extends Comparable<K>, V> void scan(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        KeyedRecords<K, Optional<V>> touched = maps.find(table);
        if (touched == null) {
            below.scan(table, from, visitor);
        } else {
            Merge<K, V> merge = Merge.upwards(touched.inOrder().tailMap(from, true), visitor);
            below.scan(table, from, merge::below);
            merge.end();
        }
    }

    @Override
    public <K extends Comparable<K>, V> void scanDown(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        KeyedRecords<K, Optional<V>> touched = maps.find(table);
        if (touched == null) {
            below.scanDown(table, from, visitor);
        } else {
            Merge<K, V> merge = Merge.downwards(touched.inOrder().headMap(from, true), visitor);
            below.scanDown(table, from, merge::below);
            merge.end();
        }
    }

    @Override
    public <K extends Comparable<K>, V> void scanGroup(Table<K, V> table, K from, K last, BiPredicate<K, V> visitor) {
        KeyedRecords<K, Optional<V>> touched = maps.find(table);
        if (touched == null) {
            below.scanGroup(table, from, last, visitor);
        } else {
            Merge<K, V> merge = Merge.upwards(touched.group(from).subMap(from, true, last, true), visitor);
            below.scanGroup(table, from, last, merge::below);
            merge.end();
        }
    }

    @Override
    public <K extends Comparable<K>, V> void scanGroupDown(
            Table<K, V> table, K from, K last, BiPredicate<K, V> visitor) {
        KeyedRecords<K, Optional<V>> touched = maps.find(table);
        if (touched == null) {
            below.scanGroupDown(table, from, last, visitor);
        } else {
            Merge<K, V> merge = Merge.downwards(touched.group(from).subMap(last, true, from, true), visitor);
            below.scanGroupDown(table, from, last, merge::below);
            merge.end();
        }
    }

    /** Shows what lies below and what was touched here as one, in the order in which both come. */
    private static final class Merge<K extends Comparable<K>, V> {
        private final Iterator<Map.Entry<K, Optional<V>>> touched;
        private final Comparator<K> order;
        private final BiPredicate<K, V> visitor;
        private Map.@Nullable Entry<K, Optional<V>> next;
        private boolean isOver;

        static <K extends Comparable<K>, V> Merge<K, V> upwards(
                NavigableMap<K, Optional<V>> touched, BiPredicate<K, V> visitor) {
            return new Merge<>(touched, Comparator.naturalOrder(), visitor);
        }

        static <K extends Comparable<K>, V> Merge<K, V> downwards(
                NavigableMap<K, Optional<V>> touched, BiPredicate<K, V> visitor) {
            return new Merge<>(touched.descendingMap(), Comparator.reverseOrder(), visitor);
        }

        private Merge(Map<K, Optional<V>> touched, Comparator<K> order, BiPredicate<K, V> visitor) {
            this.touched = touched.entrySet().iterator();
            this.order = order;
            this.visitor = visitor;
            advance();
        }

        private void advance() {
            next = touched.hasNext() ? touched.next() : null;
        }

        /** Shows one from below, after all that come before it here; whether another one is wanted. */
        boolean below(K key, V value) {
            while (!isOver && next != null && order.compare(next.getKey(), key) < 0) {
                showNext();
            }
            if (isOver) {
                return false;
            }
            if (next != null && order.compare(next.getKey(), key) == 0) {
                showNext();
            } else {
                isOver = !visitor.test(key, value);
            }
            return !isOver;
        }

        void end() {
            while (!isOver && next != null) {
                showNext();
            }
        }

        private void showNext() {
            if (next != null) {
                K key = next.getKey();
                isOver = next.getValue()
                        .filter(value -> !visitor.test(key, value))
                        .isPresent();
                advance();
            }
        }
    }
}
