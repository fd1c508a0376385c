package org.khazana.node.bench.drive;

import java.util.ArrayList;
import java.util.List;

/** Some of all that is added, evenly chosen, so that memory does not grow with a long run. Used by one thread. */
final class Sample<T> {
    private final List<T> kept = new ArrayList<>();
    private final int keptMax;
    /** One in so many is kept. */
    private int oneIn = 1;

    private long added;

    /** Keeps at most {@code keptMax}, which is even, and at least half as many once so many were added. */
    Sample(int keptMax) {
        this.keptMax = keptMax;
    }

    void add(T what) {
        if (added++ % oneIn != 0) {
            return;
        }
        if (kept.size() == keptMax) {
            halve();
            oneIn *= 2; // what is added now is the next in the doubled step, as the maximum is even
        }
        kept.add(what);
    }

    private void halve() {
        for (int i = 0; i < keptMax / 2; i++) {
            kept.set(i, kept.get(2 * i));
        }
        kept.subList(keptMax / 2, keptMax).clear();
    }

    /** How many were added. */
    long added() {
        return added;
    }

    /** In the order in which they came. */
    List<T> kept() {
        return List.copyOf(kept);
    }
}
