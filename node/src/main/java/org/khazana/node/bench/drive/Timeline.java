package org.khazana.node.bench.drive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Each transaction with when it was meant to begin and when it was acknowledged. Used by one thread. */
final class Timeline {
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final List<Point> points = new ArrayList<>();

    private record Point(long intendedNanos, long answeredNanos) {
        long micros() {
            return TimeUnit.NANOSECONDS.toMicros(answeredNanos - intendedNanos);
        }
    }

    void add(long intendedNanos, long answeredNanos) {
        points.add(new Point(intendedNanos, answeredNanos));
    }

    /**
     * How latency took what happened at {@code happenedNanos}.
     *
     * @param endNanos when transactions were meant to begin for the last time
     */
    Recovery recovery(long happenedNanos, long endNanos) {
        long p99BeforeMicros = p99Micros(points.stream()
                        .filter(point -> point.answeredNanos() - happenedNanos < 0)
                        .toList())
                .orElse(0);
        List<Point> after = points.stream()
                .filter(point -> point.intendedNanos() - happenedNanos >= 0)
                .sorted(Comparator.comparingLong(point -> point.intendedNanos() - happenedNanos))
                .toList();
        for (long from = happenedNanos; endNanos - from >= SECOND_NANOS; from += STEP_NANOS) {
            OptionalLong p99Micros = p99Micros(second(after, from));
            if (p99Micros.isPresent() && p99Micros.getAsLong() <= Recovery.TIMES * p99BeforeMicros) {
                return new Recovery(p99BeforeMicros, OptionalLong.of(from - happenedNanos));
            }
        }
        return new Recovery(p99BeforeMicros, OptionalLong.empty());
    }

    private static List<Point> second(List<Point> inOrder, long fromNanos) {
        return inOrder.stream()
                .dropWhile(point -> point.intendedNanos() - fromNanos < 0)
                .takeWhile(point -> point.intendedNanos() - fromNanos < SECOND_NANOS)
                .toList();
    }

    /** What 99 percent of them did not exceed; empty if there are none. */
    private static OptionalLong p99Micros(List<Point> some) {
        return some.stream()
                .mapToLong(Point::micros)
                .sorted()
                .skip(Math.max(0, Math.ceilDiv(some.size() * 99L, 100L) - 1))
                .findFirst();
    }
}
