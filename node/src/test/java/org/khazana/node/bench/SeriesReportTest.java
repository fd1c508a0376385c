package org.khazana.node.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.khazana.node.bench.BenchReport.Latency;
import org.khazana.node.bench.SeriesReport.Ratio;
import org.khazana.node.bench.drive.Percentiles;

class SeriesReportTest {
    @Test
    void eachWorkloadIsComparedWithTheFirst() {
        SeriesReport series = SeriesReport.of(List.of(report("retail", 1_000, 200, 400), report("dvp", 500, 300, 200)));

        assertThat(series.ratios())
                .containsExactly(new Ratio("retail", 1.0, 1.0, 1.0, 1.0), new Ratio("dvp", 0.5, 0.5, 1.5, 0.5));
        assertThat(SeriesText.of(series))
                .anyMatch(line -> line.matches("beside retail +accepted/s +transfers/s +p50 +p99"))
                .anyMatch(line -> line.matches("dvp +0.50 +0.50 +1.50 +0.50"))
                .filteredOn(line -> line.startsWith("validators: "))
                .hasSize(2);
    }

    @Test
    void besideNothingThereIsNoRatio() {
        SeriesReport series = SeriesReport.of(List.of(report("retail", 0, 0, 0), report("hot", 500, 300, 200)));

        assertThat(series.ratios().getLast()).isEqualTo(new Ratio("hot", null, null, null, null));
        assertThat(SeriesText.of(series)).anyMatch(line -> line.matches("hot( +-){4}"));
    }

    private static BenchReport report(String workload, double perSecond, long p50, long p99) {
        return new BenchReport(
                new BenchReport.Setting(
                        3, workload, "closed loop of 256", "leader", 10, 20, 0, 1, 20, 20, "ext4", 2, "25", "ACCP"),
                20,
                perSecond,
                perSecond,
                new BenchReport.Requests(1, 1, 0, 0, 0, 0, 1),
                List.of(new Latency("committed", new Percentiles(1, p50, p99, p99, p99))),
                List.of(),
                List.of(),
                new BenchReport.Blocks(1, 1, 1),
                null,
                Map.of(),
                new BenchReport.Acknowledged(1, 0),
                null);
    }
}
