package org.khazana.node.bench;

import static java.lang.String.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.khazana.node.bench.KillsReport.Kill;
import org.khazana.node.bench.KillsReport.Summary;

/** A report of kills as lines for people. */
public final class KillsText {
    private static final double MICROS_PER_MILLI = 1_000.0;

    private KillsText() {}

    /** All lines, at most 120 columns wide. */
    public static List<String> of(KillsReport report) {
        List<String> lines = new ArrayList<>(ReportText.setting(report.setting()));
        lines.add("");
        lines.add(format(
                Locale.ROOT,
                "%4s %-14s %12s %8s %14s %14s %12s %6s %14s",
                "kill",
                "of",
                "accepted/s",
                "gap, ms",
                "p99 before, ms",
                "back after, ms",
                "acknowledged",
                "lost",
                "caught up, ms"));
        List<Kill> kills = report.kills();
        for (int i = 0; i < kills.size(); i++) {
            lines.add(line(i + 1, kills.get(i)));
        }
        lines.add("");
        Summary summary = report.summary();
        lines.add(format(
                Locale.ROOT,
                "gap          median %,d ms, worst %,d ms",
                summary.gapMedianMillis(),
                summary.gapWorstMillis()));
        lines.add(format(
                Locale.ROOT,
                "p99 back     median %s ms, worst %s ms after the kill; not back in time: %,d of %,d",
                number(summary.p99BackMedianMillis()),
                number(summary.p99BackWorstMillis()),
                summary.p99NotBack(),
                kills.size()));
        lines.add(format(
                Locale.ROOT, "acknowledged %,d asked for again, %,d lost", summary.acknowledged(), summary.lost()));
        long refused = kills.stream().mapToLong(Kill::refused).sum();
        long unanswered = kills.stream().mapToLong(Kill::unanswered).sum();
        long unsent = kills.stream().mapToLong(Kill::unsent).sum();
        lines.add(format(
                Locale.ROOT, "requests     %,d refused, %,d unanswered, %,d never begun", refused, unanswered, unsent));
        lines.add("errors       " + ReportText.errors(errors(kills)));
        return lines;
    }

    /** Of one kill, counted from 1. */
    private static String line(int number, Kill kill) {
        return format(
                Locale.ROOT,
                "%4d %-14s %,12.0f %,8d %,14.2f %14s %,12d %,6d %,14d",
                number,
                kill.killed(),
                kill.acceptedPerSecond(),
                kill.gapMillis(),
                kill.p99BeforeMicros() / MICROS_PER_MILLI,
                number(kill.p99BackMillis()),
                kill.acknowledged().asked(),
                kill.acknowledged().lost(),
                kill.caughtUpMillis());
    }

    private static String number(@Nullable Long millis) {
        return millis == null ? "never" : format(Locale.ROOT, "%,d", millis);
    }

    private static Map<String, Long> errors(List<Kill> kills) {
        Map<String, Long> all = new TreeMap<>();
        kills.forEach(kill -> kill.errors().forEach((name, count) -> all.merge(name, count, Long::sum)));
        return all;
    }
}
