package org.khazana.node.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.khazana.node.bench.BenchReport.Latency;
import org.khazana.node.bench.drive.Latencies;
import org.khazana.node.bench.drive.Percentiles;

class ReportTextTest {
    private static final long MICRO = 1_000;

    @Test
    void aLineOfLatenciesTellsWhatSoManyPercentDidNotExceed() {
        Latencies latencies = new Latencies();
        for (int micros = 1; micros <= 2_000; micros++) {
            latencies.record(7, 7 + micros * MICRO);
        }

        String line = ReportText.latency(new Latency("committed", latencies.percentiles()));

        assertThat(line.split("\\s+")).containsExactly("committed", "2,000", "1.00", "1.98", "2.00", "2.00");
    }

    @Test
    void noLatencyIsBelowZeroOrBeyondTheHistogram() {
        Latencies latencies = new Latencies();
        latencies.record(7 * MICRO, 0);
        latencies.record(0, Long.MAX_VALUE);

        assertThat(latencies.percentiles().count()).isEqualTo(2);
        assertThat(latencies.percentiles().p50Micros()).isZero();
        assertThat(latencies.percentiles().maxMicros()).isGreaterThanOrEqualTo(3_600_000_000L);
    }

    @Test
    void aReportSaysWhatMakesItsNumbersDoubtfulAndFitsTheScreen() {
        List<String> lines = ReportText.of(new BenchReport(
                new BenchReport.Setting(
                        5,
                        "leader-kill",
                        "closed loop of 2048",
                        "leader",
                        100_000,
                        10_000_000,
                        0,
                        1_000,
                        20,
                        20,
                        "tmpfs",
                        2,
                        "25",
                        "ACCP"),
                10,
                12_345.6,
                12_345_600,
                new BenchReport.Requests(200_000, 199_000, 0, 1_000, 3, 12.34, 123_456),
                List.of(new Latency("committed", new Percentiles(1, 2, 3, 4, 5))),
                List.of(new BenchReport.ProcessUse("validator-1", 10.5, 105, 1 << 29, 300)),
                List.of(new BenchReport.Minute(
                        15,
                        60,
                        1_234.5,
                        List.of(new Latency("committed", new Percentiles(1, 2_000, 30_000, 4, 5_000_000))),
                        Collections.nCopies(5, new BenchReport.Resident("validator-1", 1 << 30)))),
                new BenchReport.Blocks(100, 5, 1_234.5),
                new BenchReport.Disk(123.45, 678),
                Map.of("CONNECTION_LOST", 256L),
                new BenchReport.Acknowledged(123_456, 0),
                new BenchReport.Outage("validator-3", 456)));

        assertThat(lines)
                .contains("10,000,000 positions at the beginning")
                .anyMatch(line -> line.startsWith("accepted/s   12,346"))
                .contains("transfers/s  12,345,600, in batches of 1,000")
                .anyMatch(line -> line.startsWith("WARNING: 3 requests never began"))
                .anyMatch(line -> line.startsWith("WARNING: clients waited 12.3 s"))
                .anyMatch(line -> line.matches("15 +1,23[45] +2.00 +30.00 +5,000.00   1,024(, 1,024){4}"))
                .anyMatch(line -> line.startsWith("WARNING: the prepared transactions ran out"))
                .anyMatch(line -> line.startsWith("WARNING: the data lay in memory"))
                .contains("disk         123.5 flushes/s, 678 bytes written for each transaction, everybody's together")
                .contains("errors       CONNECTION_LOST 256")
                .contains("outage       validator-3 killed; at most 456 ms without an acknowledgement")
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }
}
