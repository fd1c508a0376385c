package org.khazana.node.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process has consumed since it began, as Linux tells it in proc(5).
 *
 * @param cpuMillis processor time in user and kernel mode, in steps of 10 ms
 * @param residentBytes memory that is its own now
 * @param writtenBytes handed to the block layer for writing, as far as it was not taken back; files on a memory file
 *     system do not count
 */
record Consumption(long cpuMillis, long residentBytes, long writtenBytes) {
    /** Of a process that is gone. */
    static final Consumption NONE = new Consumption(0, 0, 0);

    private static final Pattern RESIDENT_KIB = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern WRITTEN = Pattern.compile("(?m)^write_bytes: (\\d+)");
    private static final Pattern CANCELLED = Pattern.compile("cancelled_write_bytes: (\\d+)");
    private static final int KIB = 1024;

    /** Of the process with this id, now. */
    static Consumption of(long pid) {
        long cpuMillis = ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toMillis)
                .orElse(0L);
        String status = proc(pid, "status");
        String io = proc(pid, "io");
        return new Consumption(
                cpuMillis, number(RESIDENT_KIB, status) * KIB, number(WRITTEN, io) - number(CANCELLED, io));
    }

    private static String proc(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            return ""; // the process is gone
        }
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }
}
