package org.khazana.simulation.world;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Virtual time and what is to happen in it. Things due at the same moment happen in the order they were planned. */
final class Schedule {
    private record Due(long atMicros, long order, Runnable action) {}

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparingLong(Due::atMicros).thenComparingLong(Due::order));
    private long nowMicros;
    private long planned;

    long nowMicros() {
        return nowMicros;
    }

    void at(long atMicros, Runnable action) {
        queue.add(new Due(Math.max(atMicros, nowMicros), planned++, action));
    }

    void in(long micros, Runnable action) {
        at(nowMicros + micros, action);
    }

    /** Lets everything happen that is due until then. */
    void runUntil(long untilMicros) {
        while (!queue.isEmpty() && queue.element().atMicros() <= untilMicros) {
            Due due = queue.remove();
            nowMicros = due.atMicros();
            due.action().run();
        }
        nowMicros = untilMicros;
    }
}
