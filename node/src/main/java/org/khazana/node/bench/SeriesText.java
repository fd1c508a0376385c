package org.khazana.node.bench;

import static java.lang.String.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.khazana.node.bench.SeriesReport.Ratio;

/** Several reports as lines for people: one table each, and how the others compare with the first. */
public final class SeriesText {
    private SeriesText() {}

    /** All lines, at most 120 columns wide. */
    public static List<String> of(SeriesReport series) {
        List<String> lines = new ArrayList<>();
        for (BenchReport report : series.reports()) {
            lines.addAll(ReportText.of(report));
            lines.add("");
            lines.add("");
        }
        lines.add(format(
                Locale.ROOT,
                "%-24s %12s %12s %12s %12s",
                "beside " + series.ratios().getFirst().workload(),
                "accepted/s",
                "transfers/s",
                "p50",
                "p99"));
        for (Ratio ratio : series.ratios()) {
            lines.add(format(
                    Locale.ROOT,
                    "%-24s %12s %12s %12s %12s",
                    ratio.workload(),
                    times(ratio.acceptedPerSecond()),
                    times(ratio.transfersPerSecond()),
                    times(ratio.p50()),
                    times(ratio.p99())));
        }
        return lines;
    }

    private static String times(@Nullable Double ratio) {
        return ratio == null ? "-" : format(Locale.ROOT, "%.2f", ratio);
    }
}
