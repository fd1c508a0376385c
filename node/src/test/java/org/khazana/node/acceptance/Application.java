package org.khazana.node.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.khazana.node.supervision.KhazanaProgram;

/** The application folder that packaging has just made, run through its own launcher. */
public final class Application {
    private static final Path LAUNCHER = Path.of("target", "khazana", "khazana").toAbsolutePath();
    private static final long SECONDS_MAX = 120;
    private static final String IGNORED_SIGNALS = "SigIgn:";
    private static final int SIGINT = 2;

    private Application() {}

    public static KhazanaProgram program() {
        return new KhazanaProgram(List.of(LAUNCHER.toString()));
    }

    /** What a command came to; output and errors together, as on a terminal. */
    public record Outcome(int exitCode, String output) {}

    /** Runs a command to its end; one that takes longer than two minutes is killed. */
    public static Outcome run(Path folder, String... arguments) {
        return run(folder, program().with(List.of(arguments)));
    }

    /** Runs any command line to its end. */
    public static Outcome run(Path folder, List<String> commandLine) {
        Path output = folder.resolve("output-" + System.nanoTime() + ".txt");
        Process process = start(output, commandLine);
        try {
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IllegalStateException(commandLine + " took too long; it said:\n" + read(output));
            }
            return new Outcome(process.exitValue(), read(output));
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * A command line that runs {@code program} so that it can be interrupted. Whoever started this test in the background
     * may have made it ignore SIGINT, which child processes inherit and Java then respects.
     */
    public static List<String> interruptible(KhazanaProgram program, String... arguments) {
        List<String> commandLine = new ArrayList<>();
        if (ignoresInterrupts()) {
            commandLine.addAll(List.of("env", "--default-signal=INT"));
        }
        commandLine.addAll(program.with(List.of(arguments)));
        return commandLine;
    }

    /** Whether this process ignores SIGINT: a bit in the mask that Linux shows in proc(5). */
    private static boolean ignoresInterrupts() {
        String mask = read(Path.of("/proc/self/status"))
                .lines()
                .filter(line -> line.startsWith(IGNORED_SIGNALS))
                .map(line -> line.substring(IGNORED_SIGNALS.length()).strip())
                .findFirst()
                .orElse("0");
        return new BigInteger(mask, 16).testBit(SIGINT - 1);
    }

    /** Starts a command whose output goes to a file. */
    public static Process start(Path output, List<String> commandLine) {
        try {
            return new ProcessBuilder(commandLine)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
