package org.khazana.simulation.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs TLC, the model checker of TLA+, in a process of its own on a copy of the model. */
final class ModelChecker {
    private static final Path MODEL = Path.of("src", "main", "tla");
    private static final Pattern VIOLATED = Pattern.compile("Invariant (\\w+) is violated");
    private static final Pattern DISTINCT_STATES = Pattern.compile("([\\d,]+) distinct states found, 0 states left");
    private static final Pattern SIMULATED_STATES =
            Pattern.compile("Progress: ([\\d,]+) states checked\\.\\s+Finished");

    /**
     * What TLC said.
     *
     * @param output all of it
     * @param seconds how long it took
     */
    record Answer(String output, long seconds) {

        /** The invariant that does not hold; empty if none was broken. */
        String violated() {
            return find(VIOLATED);
        }

        /** Whether every state was looked at and all of them are fine. */
        boolean isComplete() {
            return output.contains("Model checking completed. No error has been found.");
        }

        String distinctStates() {
            return find(DISTINCT_STATES);
        }

        String simulatedStates() {
            return find(SIMULATED_STATES);
        }

        private String find(Pattern pattern) {
            Matcher matcher = pattern.matcher(output);
            return matcher.find() ? Objects.requireNonNull(matcher.group(1)) : "";
        }
    }

    private final Path workFolder;

    /** @param workFolder for the copy and what TLC writes */
    ModelChecker(Path workFolder) {
        this.workFolder = workFolder;
    }

    /**
     * Checks one module with one set of constants.
     *
     * @param config the file {@code name.cfg}; the module it belongs to is named in its first line
     * @param mistake the mistake to plant, or "none"
     * @param invariants to be checked instead of those of the file; all of the file if empty
     * @param options of TLC
     */
    Answer check(String config, String mistake, List<String> invariants, String... options) {
        try {
            copyModel();
            Path file = workFolder.resolve(config + ".cfg");
            List<String> lines = Files.readAllLines(file);
            Files.write(file, adapted(lines, mistake, invariants));
            return run(file, lines.get(0).replace("\\* Module ", ""), List.of(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks a module beside which another stands that was written for this.
     *
     * @param config the file {@code name.cfg}
     * @param constants to be set instead of those of the file, by name
     * @param module the name of the other module
     * @param text of it
     */
    Answer check(String config, Map<String, String> constants, String module, String text) {
        try {
            copyModel();
            Files.writeString(workFolder.resolve(module + ".tla"), text);
            Path file = workFolder.resolve(config + ".cfg");
            List<String> lines = Files.readAllLines(file);
            Files.write(file, lines.stream().map(line -> set(line, constants)).toList());
            return run(file, lines.get(0).replace("\\* Module ", ""), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String set(String line, Map<String, String> constants) {
        String name = line.strip().split(" ", 2)[0];
        return constants.containsKey(name) ? name + " = " + constants.get(name) : line;
    }

    private static List<String> adapted(List<String> lines, String mistake, List<String> invariants) {
        Stream<String> adapted = lines.stream()
                .map(line -> line.strip().startsWith("Mistake =") ? "Mistake = \"" + mistake + '"' : line);
        return invariants.isEmpty()
                ? adapted.toList()
                : Stream.concat(
                                adapted.takeWhile(line -> !line.startsWith("INVARIANTS")),
                                Stream.of("INVARIANTS " + String.join(" ", invariants)))
                        .toList();
    }

    private void copyModel() throws IOException {
        Files.createDirectories(workFolder);
        try (Stream<Path> files = Files.list(MODEL)) {
            for (Path file : files.toList()) {
                Files.write(workFolder.resolve(file.getFileName().toString()), Files.readAllBytes(file));
            }
        }
    }

    private Answer run(Path config, String module, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-Xmx2g",
                "-Djava.io.tmpdir=" + workFolder.toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "tlc2.TLC",
                "-workers",
                "2",
                "-deadlock",
                "-config",
                config.getFileName().toString()));
        command.addAll(options);
        command.add(module);
        long startNanos = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(workFolder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(output, (System.nanoTime() - startNanos) / 1_000_000_000);
        } finally {
            process.destroyForcibly();
        }
    }
}
