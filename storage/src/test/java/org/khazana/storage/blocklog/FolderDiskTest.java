package org.khazana.storage.blocklog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.log.LogEntry;
import org.khazana.simulation.contract.EntryChain;

/** Real files: how many are open, and what becomes of readers whose channel is closed. */
class FolderDiskTest {
    @TempDir
    private Path folder;

    @Test
    void aLongLogKeepsFewFilesOpen() throws IOException {
        int entries = 400;
        try (SegmentedBlockLog log = SegmentedBlockLog.open(folder, TestLog.ORIGIN, TestLog.SETTINGS)) {
            log.append(EntryChain.after(
                    TestLog.GENESIS,
                    1,
                    IntStream.generate(() -> 7_000).limit(entries).toArray()));
            assertThat(TestLog.contentOf(log)).hasSize(entries);
            assertThat(openFiles()).isLessThan(80);
        }
        try (SegmentedBlockLog again = SegmentedBlockLog.open(folder, TestLog.ORIGIN, TestLog.SETTINGS)) {
            assertThat(TestLog.contentOf(again)).hasSize(entries);
            assertThat(openFiles()).isLessThan(80);
        }
        assertThat(openFiles()).isZero();
    }

    private long openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(this::isOurs).count();
        }
    }

    private boolean isOurs(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(folder);
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void readersWhoseChannelIsClosedForAnotherReadOn() throws Exception {
        Files.write(folder.resolve("one"), new byte[] {1, 1, 1, 1});
        Files.write(folder.resolve("two"), new byte[] {2, 2, 2, 2});
        ReadChannels one = new ReadChannels(1);
        one.channel(folder.resolve("one"));
        one.channel(folder.resolve("two"));
        assertThat(one.openCount()).isEqualTo(1);

        try (SegmentedBlockLog log = SegmentedBlockLog.open(folder, TestLog.ORIGIN, TestLog.SETTINGS);
                ExecutorService readers = Executors.newFixedThreadPool(3)) {
            log.append(EntryChain.after(
                    TestLog.GENESIS,
                    1,
                    IntStream.generate(() -> 9_000).limit(150).toArray()));
            List<LogEntry> all = TestLog.contentOf(log);
            List<Future<List<LogEntry>>> answers = IntStream.range(0, 12)
                    .mapToObj(number -> readers.submit(() -> TestLog.contentOf(log)))
                    .toList();
            for (Future<List<LogEntry>> answer : answers) {
                assertThat(answer.get()).isEqualTo(all);
            }
        }
    }

    @Test
    void aReaderThatIsInterruptedCostsTheOthersNothing() throws Exception {
        try (SegmentedBlockLog log = SegmentedBlockLog.open(folder, TestLog.ORIGIN, TestLog.SETTINGS)) {
            List<LogEntry> entries = EntryChain.after(TestLog.GENESIS, 1, 9_000, 9_000, 9_000);
            log.append(entries);
            Thread reader = new Thread(() -> {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> TestLog.contentOf(log)).isInstanceOf(UncheckedIOException.class);
            });
            reader.start();
            reader.join();

            assertThat(TestLog.contentOf(log)).isEqualTo(entries);
            log.append(EntryChain.after(log.last(), 1, 9_000));
            log.sync();
            assertThat(TestLog.contentOf(log)).hasSize(4);
        }
    }

    @Test
    void readersOfSegmentsThatAreDeletedGetWhatIsLeft() throws Exception {
        try (SegmentedBlockLog log = SegmentedBlockLog.open(folder, TestLog.ORIGIN, TestLog.SETTINGS);
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            log.append(EntryChain.after(
                    TestLog.GENESIS,
                    1,
                    IntStream.generate(() -> 5_000).limit(200).toArray()));
            log.sync();
            List<LogEntry> all = TestLog.contentOf(log);
            List<Future<?>> reading = IntStream.range(0, 2)
                    .<Future<?>>mapToObj(number -> readers.submit(() -> readWhileItShrinks(log, all)))
                    .toList();
            for (int through = 1; through <= 200; through += 3) {
                log.compactThrough(through);
            }
            for (Future<?> each : reading) {
                each.get();
            }
        }
    }

    private static void readWhileItShrinks(SegmentedBlockLog log, List<LogEntry> all) {
        while (log.base().index() < 190) {
            long from = log.base().index() + 1;
            List<LogEntry> read = log.read(from, 200, Long.MAX_VALUE);
            assertThat(read).isEqualTo(all.subList((int) from - 1, (int) from - 1 + read.size()));
        }
    }

    @Test
    void aFileThatEndsTooEarlyIsAnError() throws IOException {
        Files.write(folder.resolve("short"), new byte[10]);
        try (LogFile file = new FolderDisk(folder).open("short")) {
            assertThatThrownBy(() -> file.read(ByteBuffer.allocate(11), 0)).isInstanceOf(IOException.class);
        }
    }
}
