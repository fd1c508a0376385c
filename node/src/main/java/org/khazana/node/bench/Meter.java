package org.khazana.node.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khazana.node.bench.BenchReport.Disk;
import org.khazana.node.bench.BenchReport.ProcessUse;

/**
 * What all processes have consumed up to one moment, by name.
 *
 * @param atNanos by {@link System#nanoTime}
 * @param height of the newest block
 * @param disk all of them use one
 */
record Meter(long atNanos, long height, Optional<DiskUse> disk, Map<String, Reading> readings) {
    private static final String CLIENT = "client";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double PERCENT = 100;

    /** Of one process. */
    record Reading(Consumption consumption, long dataBytes) {}

    /** Reads now, of all that run where that can be told, and of this process. */
    static Meter read(Cluster cluster, Optional<Path> folder) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (BenchNode node : cluster.running()) {
            cluster.reading(node).ifPresent(reading -> readings.put(node.id(), reading));
        }
        readings.put(CLIENT, new Reading(Consumption.of(ProcessHandle.current().pid()), 0));
        return new Meter(System.nanoTime(), cluster.height(), folder.flatMap(DiskUse::of), readings);
    }

    /** What a process, which was there then and is here now, has consumed since. */
    ProcessUse since(Meter before, String process, long transactions) {
        Reading now = reading(process);
        Reading then = before.reading(process);
        double seconds = (atNanos - before.atNanos) / NANOS_PER_SECOND;
        double cpuSeconds = (now.consumption().cpuMillis() - then.consumption().cpuMillis()) / MILLIS_PER_SECOND;
        long each = Math.max(1, transactions);
        return new ProcessUse(
                process,
                cpuSeconds,
                cpuSeconds / seconds * PERCENT,
                now.consumption().residentBytes(),
                (now.dataBytes() - then.dataBytes()) / each);
    }

    /** What the disk has done since; null where it does not tell. */
    @Nullable
    Disk diskSince(Meter before, long transactions) {
        if (disk.isEmpty() || before.disk.isEmpty()) {
            return null;
        }
        double seconds = (atNanos - before.atNanos) / NANOS_PER_SECOND;
        return new Disk(
                (disk.get().flushes() - before.disk.get().flushes()) / seconds,
                (disk.get().writtenBytes() - before.disk.get().writtenBytes()) / Math.max(1, transactions));
    }

    private Reading reading(String process) {
        return readings.getOrDefault(process, new Reading(Consumption.NONE, 0));
    }
}
