package org.khazana.storage.blocklog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.simulation.contract.EntryChain;

/** Appends and syncs one entry after the other, and says how many a second; run by hand, with a folder to write to. */
final class LogBenchmark {
    private LogBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        for (int payloadBytes : new int[] {256, 4_096, 65_536}) {
            for (int round = 0; round < 2; round++) {
                run(Files.createTempDirectory(Path.of(arguments[0]), "log"), payloadBytes, 8_000);
            }
        }
    }

    private static void run(Path folder, int payloadBytes, int count) {
        long[] nanos = new long[count];
        byte[] payload = new byte[payloadBytes];
        Arrays.fill(payload, (byte) 7);
        try (SegmentedBlockLog log = SegmentedBlockLog.open(folder, TestLog.ORIGIN, LogSettings.PRODUCTION)) {
            EntryMetadata last = log.last();
            for (int at = 0; at < count; at++) {
                long start = System.nanoTime();
                log.append(List.of(EntryChain.next(last, 1, payload)));
                log.sync();
                nanos[at] = System.nanoTime() - start;
                last = log.last();
            }
        }
        long total = Arrays.stream(nanos).sum();
        Arrays.sort(nanos);
        System.out.printf(
                "%6d bytes: %6.0f/s, p50 %.3f ms, p99 %.3f ms, max %.1f ms%n",
                payloadBytes,
                count * 1e9 / total,
                nanos[count / 2] / 1e6,
                nanos[count * 99 / 100] / 1e6,
                nanos[count - 1] / 1e6);
    }
}
