package org.khazana.ledger.table;

import java.util.BitSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.khazana.ledger.Invariant;

/** Tables with pending changes on top: what they would be. Dropping it drops the changes. For one thread. */
public class TableOverlay implements TableReads, TableWrites {
    private final TableReads below;
    private final TouchedTables tables = new TouchedTables();
    private final long writesBelow;
    private long writes;
    /** Numbers of the tables that were written here, and not by an overlay on top of this one. */
    private final BitSet writtenHere = new BitSet(Table.NUMBER_END);

    private boolean isTakingOver;

    /** @param below only another overlay may still change, once something was written to this one */
    public TableOverlay(TableReads below) {
        this.below = below;
        this.writesBelow = writesTo(below);
    }

    /** How often an overlay, or one that it lies on, was written to. */
    private static long writesTo(TableReads tables) {
        return tables instanceof TableOverlay overlay ? overlay.writes + writesTo(overlay.below) : 0;
    }

    /** Writes all of it to the overlay below. If that has changed since this one was laid on it, entries of indexes would be wrong. */
    public void writeBelow() {
        Invariant.check(
                below instanceof TableOverlay && writesTo(below) == writesBelow,
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
        return tables.all().stream()
                .map(TouchedRecords::table)
                .filter(table -> writtenHere.get(table.number()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What all changes so far come to; nothing is to be changed here any more. */
    public NetChanges net() {
        return new NetChanges(tables.all());
    }

    /**
     * The records that were put or removed here, as they are now; empty where there is none. In an order that means nothing, but is
     * always the same.
     */
    public <K extends Comparable<K>, V> Map<K, Optional<V>> changed(Table<K, V> table) {
        TouchedRecords<K, V> touched = tables.find(table);
        return touched == null ? Map.of() : touched.all();
    }

    /** The same in the order of the keys. */
    public <K extends Comparable<K>, V> Map<K, Optional<V>> changedInOrder(Table<K, V> table) {
        TouchedRecords<K, V> touched = tables.find(table);
        return touched == null ? Map.of() : touched.allInOrder();
    }

    @Override
    public <K extends Comparable<K>, V> Optional<V> get(Table<K, V> table, K key) {
        TouchedRecords<K, V> touched = tables.find(table);
        return touched == null ? below.get(table, key) : touched.get(key, below);
    }

    @Override
    public <K extends Comparable<K>, V> void write(Table<K, V> table, K key, V value) {
        touched(table).write(key, value);
    }

    @Override
    public <K extends Comparable<K>, V> void erase(Table<K, V> table, K key) {
        touched(table).erase(key);
    }

    private <K extends Comparable<K>, V> TouchedRecords<K, V> touched(Table<K, V> table) {
        writes++;
        if (!isTakingOver) {
            writtenHere.set(table.number());
        }
        return tables.of(table);
    }

    @Override
    public <K extends Comparable<K>, V> void scan(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        TouchedRecords<K, V> touched = tables.find(table);
        if (touched == null) {
            below.scan(table, from, visitor);
        } else {
            NavigableMap<K, V> here = touched.present().all().tailMap(from, true);
            new OverlayScan<>(touched, hidden(touched), true, here, null, visitor)
                    .show(from, (start, merged) -> below.scan(table, start, merged));
        }
    }

    @Override
    public <K extends Comparable<K>, V> void scanDown(Table<K, V> table, K from, BiPredicate<K, V> visitor) {
        TouchedRecords<K, V> touched = tables.find(table);
        if (touched == null) {
            below.scanDown(table, from, visitor);
        } else {
            NavigableMap<K, V> here = touched.present().all().headMap(from, true);
            new OverlayScan<>(touched, hidden(touched), false, here, null, visitor)
                    .show(from, (start, merged) -> below.scanDown(table, start, merged));
        }
    }

    @Override
    public <K extends Comparable<K>, V> void scanGroup(Table<K, V> table, K from, K last, BiPredicate<K, V> visitor) {
        TouchedRecords<K, V> touched = tables.find(table);
        if (touched == null) {
            below.scanGroup(table, from, last, visitor);
        } else {
            NavigableMap<K, V> here = touched.present().group(from).subMap(from, true, last, true);
            new OverlayScan<>(touched, hidden(touched), true, here, last, visitor)
                    .show(from, (start, merged) -> below.scanGroup(table, start, last, merged));
        }
    }

    @Override
    public <K extends Comparable<K>, V> void scanGroupDown(
            Table<K, V> table, K from, K last, BiPredicate<K, V> visitor) {
        TouchedRecords<K, V> touched = tables.find(table);
        if (touched == null) {
            below.scanGroupDown(table, from, last, visitor);
        } else {
            NavigableMap<K, V> here = touched.present().group(from).subMap(last, true, from, true);
            new OverlayScan<>(touched, hidden(touched), false, here, last, visitor)
                    .show(from, (start, merged) -> below.scanGroupDown(table, start, last, merged));
        }
    }

    /** What is known of the stretches that are hidden: nothing as soon as what lies below has changed. */
    private <K extends Comparable<K>> HiddenStretches<K> hidden(TouchedRecords<K, ?> touched) {
        return writesTo(below) == writesBelow ? touched.hidden() : new HiddenStretches<>();
    }
}
