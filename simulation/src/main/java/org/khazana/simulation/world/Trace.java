package org.khazana.simulation.world;

import java.util.ArrayDeque;
import java.util.Deque;

/** A digest of everything that happened, to compare runs, and the last events in full, to understand a failure. */
final class Trace {
    /** Enough to see what led to most failures. */
    static final int KEPT_EVENTS = 120;

    private record Line(long atMicros, TraceEvent event) {}

    private final Deque<Line> last = new ArrayDeque<>();
    private final Lanes lanesBefore = new Lanes();
    private int keptEventsMax = KEPT_EVENTS;
    private long events;
    private long digest;
    private long steps;

    /** From now on so many events are kept. */
    void keep(int eventsMax) {
        keptEventsMax = eventsMax;
    }

    void tell(long atMicros, TraceEvent event) {
        if (last.size() >= keptEventsMax) {
            lanesBefore.take(last.remove().event());
        }
        last.add(new Line(atMicros, event));
        events++;
    }

    /** Takes one step into the digest, by numbers that are the same on every machine. */
    void digest(long atMicros, long... numbers) {
        steps++;
        mix(atMicros);
        for (long number : numbers) {
            mix(number);
        }
    }

    private void mix(long number) {
        long mixed = (digest ^ number) * 0x9E3779B97F4A7C15L;
        digest = mixed ^ (mixed >>> 29);
    }

    long digest() {
        return digest;
    }

    long steps() {
        return steps;
    }

    /** The last events as a sequence chart. */
    String chart() {
        SequenceChart chart = new SequenceChart(lanesBefore);
        last.forEach(line -> chart.add(line.atMicros(), line.event()));
        long left = events - last.size();
        return (left == 0 ? "" : left + " events before these\n") + chart;
    }
}
