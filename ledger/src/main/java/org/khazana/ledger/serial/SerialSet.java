package org.khazana.ledger.serial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Serials of one instrument in the one form that such a set has.
 *
 * @param ranges in ascending order, none of them empty, with a gap between each and the next
 */
public record SerialSet(List<SerialRange> ranges) {
    public static final SerialSet NONE = new SerialSet(List.of());

    /** @throws IllegalArgumentException if the ranges are not in that form */
    public SerialSet {
        ranges = List.copyOf(ranges);
        for (int i = 0; i < ranges.size(); i++) {
            if (!ranges.get(i).isSound()
                    || (i > 0 && ranges.get(i).first() <= ranges.get(i - 1).end())) {
                throw new IllegalArgumentException("serials are not in order: " + ranges);
            }
        }
    }

    /** All serials of these ranges, which are sound, in any order, and may overlap. */
    public static SerialSet of(Collection<SerialRange> ranges) {
        List<SerialRange> joined = new ArrayList<>();
        ranges.stream().sorted(Comparator.comparingLong(SerialRange::first)).forEach(range -> join(joined, range));
        return joined.isEmpty() ? NONE : new SerialSet(joined);
    }

    private static void join(List<SerialRange> joined, SerialRange range) {
        if (joined.isEmpty() || joined.getLast().end() < range.first()) {
            joined.add(range);
        } else {
            SerialRange last = joined.removeLast();
            joined.add(new SerialRange(last.first(), Math.max(last.end(), range.end()) - last.first()));
        }
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** How many serials; they lie apart below {@link Long#MAX_VALUE}, so the sum cannot overflow. */
    public long count() {
        return ranges.stream().mapToLong(SerialRange::count).sum();
    }

    /** The serial after the greatest one; 1 of none. */
    public long end() {
        return ranges.isEmpty() ? 1 : ranges.getLast().end();
    }

    /** Whether one of those is in it; {@code others} is sound. */
    public boolean overlaps(SerialRange others) {
        int place = firstEndingAfter(others.first());
        return place < ranges.size() && ranges.get(place).first() < others.end();
    }

    /** Those of {@code others} that are in it; {@code others} is sound. */
    public SerialSet within(SerialRange others) {
        List<SerialRange> found = new ArrayList<>(1);
        for (int i = firstEndingAfter(others.first());
                i < ranges.size() && ranges.get(i).first() < others.end();
                i++) {
            long first = Math.max(ranges.get(i).first(), others.first());
            found.add(new SerialRange(first, Math.min(ranges.get(i).end(), others.end()) - first));
        }
        return found.isEmpty() ? NONE : new SerialSet(found);
    }

    /** Those that are in both. */
    public SerialSet within(SerialSet others) {
        return without(without(others));
    }

    /** Those of both. */
    public SerialSet with(SerialSet others) {
        List<SerialRange> all = new ArrayList<>(ranges);
        all.addAll(others.ranges);
        return of(all);
    }

    /** Those of it that are not among the others. */
    public SerialSet without(SerialSet others) {
        List<SerialRange> left = new ArrayList<>();
        for (SerialRange range : ranges) {
            long next = range.first();
            for (SerialRange gone : others.within(range).ranges()) {
                if (next < gone.first()) {
                    left.add(new SerialRange(next, gone.first() - next));
                }
                next = gone.end();
            }
            if (next < range.end()) {
                left.add(new SerialRange(next, range.end() - next));
            }
        }
        return left.isEmpty() ? NONE : new SerialSet(left);
    }

    /** The place of the first range that ends after that serial, by halving: there may be thousands. */
    private int firstEndingAfter(long serial) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).end() <= serial) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
