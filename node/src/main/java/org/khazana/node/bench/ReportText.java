package org.khazana.node.bench;

import static java.lang.String.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.khazana.node.bench.BenchReport.Disk;
import org.khazana.node.bench.BenchReport.Latency;
import org.khazana.node.bench.BenchReport.Outage;
import org.khazana.node.bench.BenchReport.ProcessUse;
import org.khazana.node.bench.BenchReport.Requests;
import org.khazana.node.bench.BenchReport.Setting;
import org.khazana.node.bench.drive.Percentiles;
import org.khazana.node.bench.order.OrderingOutcome;

/** A report as lines for people. */
public final class ReportText {
    private static final double MICROS_PER_MILLI = 1_000.0;
    private static final long MIB = 1L << 20;

    private static final String LATENCIES =
            format(Locale.ROOT, "%-12s %12s %12s %12s %12s %12s", "latency, ms", "count", "p50", "p99", "p99.9", "max");

    private ReportText() {}

    /** All lines, at most 120 columns wide. */
    public static List<String> of(BenchReport report) {
        List<String> lines = new ArrayList<>(setting(report.setting()));
        lines.add("");
        lines.add(format(Locale.ROOT, "accepted/s   %,.0f", report.acceptedPerSecond()));
        if (report.setting().transfersEach() > 1) {
            lines.add(format(
                    Locale.ROOT,
                    "transfers/s  %,.0f, in batches of %,d",
                    report.transfersPerSecond(),
                    report.setting().transfersEach()));
        }
        Requests requests = report.requests();
        lines.add(format(
                Locale.ROOT,
                "requests     %,d in %.1f s: %,d succeeded, %,d refused, %,d unanswered",
                requests.asked(),
                report.windowSeconds(),
                requests.succeeded(),
                requests.refused(),
                requests.unanswered()));
        warnings(report, lines);
        lines.add("");
        lines.add(LATENCIES);
        report.latencies().forEach(latency -> lines.add(latency(latency)));
        lines.add("");
        lines.add(
                format(Locale.ROOT, "%-12s %12s %12s %12s %12s", "process", "CPU s", "CPU %", "RSS MiB", "disk B/tx"));
        report.processes().forEach(process -> lines.add(process(process)));
        if (!report.minutes().isEmpty()) {
            lines.add("");
            lines.addAll(MinutesText.table(report.minutes()));
        }
        lines.add("");
        lines.add(format(
                Locale.ROOT,
                "blocks       %,d, %,.1f/s, %,.1f transactions each",
                report.blocks().count(),
                report.blocks().perSecond(),
                report.blocks().transactionsEach()));
        Disk disk = report.disk();
        if (disk != null) {
            lines.add(format(
                    Locale.ROOT,
                    "disk         %,.1f flushes/s, %,d bytes written for each transaction, everybody's together",
                    disk.flushesPerSecond(),
                    disk.writtenBytesPerTransaction()));
        }
        lines.add("errors       " + errors(report.errors()));
        lines.add(format(
                Locale.ROOT,
                "acknowledged %,d asked for again, %,d lost",
                report.acknowledged().asked(),
                report.acknowledged().lost()));
        Outage outage = report.outage();
        if (outage != null) {
            lines.add(format(
                    Locale.ROOT,
                    "outage       %s killed; at most %,d ms without an acknowledgement",
                    outage.killed(),
                    outage.longestGapMillis()));
        }
        return lines;
    }

    /** The same, of ordering alone. */
    public static List<String> of(OrderingOutcome outcome) {
        return List.of(
                format(
                        Locale.ROOT,
                        "validators: %d, consensus only, %d bytes a proposal, closed loop of %d beside the leader; %d s",
                        outcome.members(),
                        outcome.proposalBytes(),
                        outcome.concurrency(),
                        outcome.seconds()),
                "",
                format(Locale.ROOT, "ordered/s    %,.0f", outcome.proposalsPerSecond()),
                "",
                LATENCIES,
                latency(new Latency("ordered", outcome.micros())),
                "",
                format(
                        Locale.ROOT,
                        "entries      %,.1f/s, %,.1f proposals each",
                        outcome.entriesPerSecond(),
                        outcome.proposalsEach()));
    }

    static List<String> setting(Setting setting) {
        return List.of(
                format(
                        Locale.ROOT,
                        "validators: %d, %s, %s to %s, %,d accounts; %d s after %d s of warming up",
                        setting.validators(),
                        setting.workload(),
                        setting.pace(),
                        setting.to(),
                        setting.accounts(),
                        setting.seconds(),
                        setting.warmUpSeconds()),
                format(Locale.ROOT, "%,d positions at the beginning", setting.positions()),
                format(
                        Locale.ROOT,
                        "%d processors, which the clients share; data on %s; Java %s; signatures by %s",
                        setting.processors(),
                        setting.fileSystem(),
                        setting.java(),
                        setting.signatures()));
    }

    private static void warnings(BenchReport report, List<String> lines) {
        Requests requests = report.requests();
        if (requests.unsent() > 0) {
            lines.add(format(
                    Locale.ROOT,
                    "WARNING: %,d requests never began, as all connections were busy: latencies are longer than told",
                    requests.unsent()));
        }
        if (requests.signingWaitSeconds() >= 0.1) {
            lines.add(format(
                    Locale.ROOT,
                    "WARNING: clients waited %.1f s for transactions to be signed: latencies are not of validators alone",
                    requests.signingWaitSeconds()));
        }
        if (report.windowSeconds() < report.setting().seconds() * 0.99) {
            lines.add("WARNING: the prepared transactions ran out before the time was over");
        }
        if (report.setting().fileSystem().equals("tmpfs")) {
            lines.add("WARNING: the data lay in memory, where forcing it to disk costs nothing; see --dir");
        }
    }

    /** Such as {@code committed 1,234 1.25 9.80 12.01 15.00}. */
    static String latency(Latency latency) {
        Percentiles micros = latency.micros();
        return format(
                Locale.ROOT,
                "%-12s %,12d %,12.2f %,12.2f %,12.2f %,12.2f",
                latency.what(),
                micros.count(),
                micros.p50Micros() / MICROS_PER_MILLI,
                micros.p99Micros() / MICROS_PER_MILLI,
                micros.p999Micros() / MICROS_PER_MILLI,
                micros.maxMicros() / MICROS_PER_MILLI);
    }

    private static String process(ProcessUse process) {
        return format(
                Locale.ROOT,
                "%-12s %,12.2f %,12.0f %,12d %,12d",
                process.process(),
                process.cpuSeconds(),
                process.cpuPercent(),
                process.residentBytes() / MIB,
                process.diskBytesPerTransaction());
    }

    static String errors(Map<String, Long> errors) {
        return errors.isEmpty()
                ? "none"
                : new TreeMap<>(errors)
                        .entrySet().stream()
                                .map(error -> format(Locale.ROOT, "%s %,d", error.getKey(), error.getValue()))
                                .collect(Collectors.joining(", "));
    }
}
