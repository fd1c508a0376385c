package org.khazana.node.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A disk that does not answer: the thread of a validator that writes the log and the vote is held in the call by which it
 * waits for the disk. Everything else in the process goes on.
 */
final class PausedDisk {
    /** The kernel keeps the first 15 characters of a thread's name. */
    private static final String WRITER = "khazana-log-wri";

    private static final int JAVA_VERSION_MIN = 22;

    private final Process holder;

    private PausedDisk(Process holder) {
        this.holder = holder;
    }

    /** Why disks cannot be paused here; empty if they can. */
    static Optional<String> obstacle() {
        int version = Runtime.version().feature();
        return version >= JAVA_VERSION_MIN
                ? Optional.empty()
                : Optional.of("a disk is paused by calls of the C library, which Java " + version + " cannot make");
    }

    /**
     * Returns once the validator waits for its disk in vain. It must be writing.
     *
     * @param programFolder to put the program in that does it
     * @throws IllegalStateException if the kernel does not allow that
     */
    static PausedDisk of(long pid, Path programFolder) {
        try {
            Path program = programFolder.resolve("PausedThread.java");
            try (InputStream source =
                    Objects.requireNonNull(PausedDisk.class.getResourceAsStream("PausedThread.java"))) {
                Files.write(program, source.readAllBytes());
            }
            Process holder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            program.toString(),
                            writerOf(pid))
                    .redirectErrorStream(true)
                    .start();
            PausedDisk disk = new PausedDisk(holder);
            disk.awaitPaused();
            return disk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String writerOf(long pid) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            List<String> writers = threads.filter(thread -> nameOf(thread).equals(WRITER))
                    .map(thread -> String.valueOf(thread.getFileName()))
                    .toList();
            if (writers.size() != 1) {
                throw new IllegalStateException("found " + writers.size() + " threads that write the log");
            }
            return writers.getFirst();
        }
    }

    private static String nameOf(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).strip();
        } catch (IOException e) {
            return ""; // it has ended meanwhile
        }
    }

    private void awaitPaused() throws IOException {
        BufferedReader said = holder.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        if (!"paused".equals(line)) {
            holder.destroyForcibly();
            throw new IllegalStateException("the disk cannot be paused: " + line);
        }
    }

    /** What was asked of it is answered now. */
    void answerAgain() {
        holder.destroyForcibly().onExit().join();
    }
}
