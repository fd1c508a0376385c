package org.khazana.ledger.table;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Shows what lies below an overlay and what is there in it as one, in the order in which both come. Records below that the overlay hides
 * are passed over one by one only once: where many lie side by side that is remembered, and the next scan leaps over them.
 */
final class OverlayScan<K extends Comparable<K>, V> {
    /** To begin anew behind a stretch costs about as much as to read that many records. */
    private static final int STRETCH_MIN = 8;

    private final TouchedRecords<K, V> touched;
    private final HiddenStretches<K> hidden;
    private final boolean isUpwards;
    private final @Nullable K last;
    private final BiPredicate<K, V> visitor;
    private final Iterator<Map.Entry<K, V>> here;
    private Map.@Nullable Entry<K, V> nextHere;
    private boolean isOver;

    /** Since when nothing below was shown, and the last that was hidden since then; nothing if none was. */
    private @Nullable K hiddenFrom;

    private @Nullable K hiddenTo;
    private int passed;
    /** Where to go on below, if not with the next record. */
    private @Nullable K leap;

    /**
     * A scan that is about to begin.
     *
     * @param touched in the overlay
     * @param hidden what is known of stretches that {@code touched} hides, to which is added what this scan learns
     * @param here all that is there in the overlay as far as the scan goes, in the order of the keys whatever the direction
     * @param last how far the scan goes, if it does not go as far as there is something
     */
    OverlayScan(
            TouchedRecords<K, V> touched,
            HiddenStretches<K> hidden,
            boolean isUpwards,
            NavigableMap<K, V> here,
            @Nullable K last,
            BiPredicate<K, V> visitor) {
        this.touched = touched;
        this.hidden = hidden;
        this.isUpwards = isUpwards;
        this.last = last;
        this.visitor = visitor;
        this.here = (isUpwards ? here : here.descendingMap()).entrySet().iterator();
        advance();
    }

    private void advance() {
        nextHere = here.hasNext() ? here.next() : null;
    }

    /**
     * Shows all until the visitor has seen enough.
     *
     * @param from where it begins
     * @param below scans what lies below, in the same direction and as far, from a key on
     */
    void show(K from, BiConsumer<K, BiPredicate<K, V>> below) {
        hiddenFrom = from;
        K start = leapFrom(from);
        while (start != null) {
            leap = null;
            below.accept(start, this::showBelow);
            start = leap;
        }
        learn();
        while (!isOver && nextHere != null) {
            showHere(nextHere);
        }
    }

    /** Shows one from below unless it is hidden, after all that come before it here; whether another one is wanted. */
    private boolean showBelow(K key, V value) {
        while (!isOver && nextHere != null && compare(nextHere.getKey(), key) <= 0) {
            showHere(nextHere);
        }
        if (isOver) {
            return false;
        }
        if (touched.hides(key)) {
            return passOver(key);
        }
        learn();
        isOver = !visitor.test(key, value);
        return !isOver;
    }

    private void showHere(Map.Entry<K, V> shown) {
        isOver = !visitor.test(shown.getKey(), shown.getValue());
        advance();
    }

    /** Whether to go on with the next one. */
    private boolean passOver(K key) {
        if (hiddenFrom == null) {
            hiddenFrom = key;
        }
        hiddenTo = key;
        passed++;
        K start = leapFrom(key);
        boolean isStretch = compare(start, key) > 0;
        leap = isStretch ? start : null;
        return !isStretch;
    }

    /** The end of the stretch that the key lies in; the key if it lies in none. */
    private K leapFrom(K key) {
        K end = isUpwards ? hidden.greatest(key) : hidden.least(key);
        if (compare(end, key) > 0) {
            passed = STRETCH_MIN; // what leads on from a stretch makes it longer, however little it is
        }
        return last != null && compare(end, last) > 0 ? last : end;
    }

    /** To be called where a row of hidden records ends. */
    private void learn() {
        if (hiddenFrom != null && hiddenTo != null && passed >= STRETCH_MIN) {
            hidden.add(hiddenFrom, hiddenTo);
        }
        hiddenFrom = null;
        hiddenTo = null;
        passed = 0;
    }

    private int compare(K one, K other) {
        return isUpwards ? one.compareTo(other) : other.compareTo(one);
    }
}
