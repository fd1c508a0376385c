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
 */
record Consumption(long cpuMillis, long residentBytes) {
    /** Of a process that is gone. */
    static final Consumption NONE = new Consumption(0, 0);

    private static final Pattern RESIDENT_KIB = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final int KIB = 1024;

    /** Of the process with this id, now. */
    static Consumption of(long pid) {
        long cpuMillis = ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toMillis)
                .orElse(0L);
        return new Consumption(cpuMillis, number(RESIDENT_KIB, status(pid)) * KIB);
    }

    private static String status(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "status"));
        } catch (IOException e) {
            return ""; // the process is gone
        }
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }
}
