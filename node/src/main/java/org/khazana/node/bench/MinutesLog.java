package org.khazana.node.bench;

import static java.lang.String.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.khazana.node.bench.BenchReport.Latency;
import org.khazana.node.bench.BenchReport.Resident;
import org.khazana.node.bench.drive.Minute;

/** Tells of each minute when it is over, with the memory of validators, and keeps it for the report. */
final class MinutesLog implements Consumer<Minute> {
    private final List<BenchReport.Minute> told = new ArrayList<>();
    private final Cluster cluster;
    private final Consumer<String> progress;

    MinutesLog(Cluster cluster, Consumer<String> progress) {
        this.cluster = cluster;
        this.progress = progress;
    }

    @Override
    public void accept(Minute over) {
        List<Resident> residents = cluster.running().stream()
                .flatMap(node -> cluster.reading(node).stream()
                        .flatMap(reading -> Stream.of(
                                new Resident(node.id(), reading.consumption().residentBytes()))))
                .toList();
        BenchReport.Minute minute = new BenchReport.Minute(
                over.number(), over.seconds(), over.acceptedPerSecond(), Latency.of(over.latencies()), residents);
        told.add(minute);
        progress.accept(format(Locale.ROOT, "minute %d: %s", minute.minute(), MinutesText.sentence(minute)));
    }

    /** All of them so far. */
    List<BenchReport.Minute> told() {
        return List.copyOf(told);
    }
}
