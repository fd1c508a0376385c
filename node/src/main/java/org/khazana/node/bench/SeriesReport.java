package org.khazana.node.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khazana.node.bench.BenchReport.Latency;
import org.khazana.node.bench.drive.Percentiles;

/**
 * What came of several workloads, one after the other on the same validators, as {@code --json} prints it.
 *
 * @param ratios each of them beside the first
 */
public record SeriesReport(List<BenchReport> reports, List<Ratio> ratios) {
    public SeriesReport {
        reports = List.copyOf(reports);
        ratios = List.copyOf(ratios);
    }

    /**
     * How many times as much as with the first workload; null where that had none.
     *
     * @param p50 of the latency of transactions until they were committed, or certified if all were
     * @param p99 likewise
     */
    public record Ratio(
            String workload,
            @Nullable Double acceptedPerSecond,
            @Nullable Double transfersPerSecond,
            @Nullable Double p50,
            @Nullable Double p99) {
        private static Ratio of(BenchReport report, BenchReport first) {
            Percentiles micros = micros(report);
            Percentiles beside = micros(first);
            return new Ratio(
                    report.setting().workload(),
                    times(report.acceptedPerSecond(), first.acceptedPerSecond()),
                    times(report.transfersPerSecond(), first.transfersPerSecond()),
                    times((double) micros.p50Micros(), (double) beside.p50Micros()),
                    times((double) micros.p99Micros(), (double) beside.p99Micros()));
        }

        private static @Nullable Double times(double one, double other) {
            return one > 0 && other > 0 ? (Double) (one / other) : null;
        }

        private static Percentiles micros(BenchReport report) {
            return report.latencies().stream().map(Latency::micros).findFirst().orElse(Percentiles.NONE);
        }
    }

    /** Of at least one report. */
    public static SeriesReport of(List<BenchReport> reports) {
        return new SeriesReport(
                reports,
                reports.stream()
                        .map(report -> Ratio.of(report, reports.getFirst()))
                        .toList());
    }
}
