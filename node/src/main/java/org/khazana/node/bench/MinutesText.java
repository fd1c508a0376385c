package org.khazana.node.bench;

import static java.lang.String.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.khazana.node.bench.BenchReport.Latency;
import org.khazana.node.bench.BenchReport.Minute;
import org.khazana.node.bench.drive.Percentiles;

/** Minutes as lines for people. */
final class MinutesText {
    private static final double MICROS_PER_MILLI = 1_000.0;
    private static final long MIB = 1L << 20;

    private MinutesText() {}

    /** A table with a line for each, by the latency of transactions until they were committed, or certified if all were. */
    static List<String> table(List<Minute> minutes) {
        List<String> lines = new ArrayList<>();
        lines.add(format(
                Locale.ROOT,
                "%-12s %12s %12s %12s %12s   %s",
                "minute",
                "accepted/s",
                "p50, ms",
                "p99, ms",
                "max, ms",
                "RSS MiB of each validator"));
        for (Minute minute : minutes) {
            Percentiles micros = micros(minute);
            lines.add(format(
                    Locale.ROOT,
                    "%-12d %,12.0f %,12.2f %,12.2f %,12.2f   %s",
                    minute.minute(),
                    minute.acceptedPerSecond(),
                    micros.p50Micros() / MICROS_PER_MILLI,
                    micros.p99Micros() / MICROS_PER_MILLI,
                    micros.maxMicros() / MICROS_PER_MILLI,
                    resident(minute)));
        }
        return lines;
    }

    /** While others are still to come. */
    static String sentence(Minute minute) {
        Percentiles micros = micros(minute);
        return format(
                Locale.ROOT,
                "%,.0f accepted/s, p50 %,.2f ms, p99 %,.2f ms, max %,.2f ms, RSS %s MiB",
                minute.acceptedPerSecond(),
                micros.p50Micros() / MICROS_PER_MILLI,
                micros.p99Micros() / MICROS_PER_MILLI,
                micros.maxMicros() / MICROS_PER_MILLI,
                resident(minute));
    }

    /** The first ones tell of what was committed, if anything was waited for only until then. */
    private static Percentiles micros(Minute minute) {
        return minute.latencies().stream().map(Latency::micros).findFirst().orElse(Percentiles.NONE);
    }

    private static String resident(Minute minute) {
        return minute.residents().isEmpty()
                ? "not known"
                : minute.residents().stream()
                        .map(each -> format(Locale.ROOT, "%,d", each.residentBytes() / MIB))
                        .collect(Collectors.joining(", "));
    }
}
