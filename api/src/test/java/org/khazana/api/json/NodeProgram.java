package org.khazana.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A program in JavaScript, run by Node. */
final class NodeProgram {
    private static final int VERSION_MIN = 20;
    private static final int SECONDS_MAX = 600;

    private final Process process;
    private final Path output;

    private NodeProgram(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Skips the test where there is no Node that is new enough. */
    static void assumeNode() throws InterruptedException {
        String version;
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            node.waitFor();
        } catch (IOException none) {
            version = "none";
        }
        boolean isNewEnough = version.matches("v\\d+\\..*")
                && Integer.parseInt(version.substring(1, version.indexOf('.'))) >= VERSION_MIN;
        assumeTrue(isNewEnough, "needs Node " + VERSION_MIN + " or newer on the path; there is " + version);
    }

    /** A file of this module, among those of the tests or not. */
    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(NodeProgram.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts a program, which goes on while the test does something else. */
    static NodeProgram start(Path folder, Object... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("node"));
        for (Object word : words) {
            command.add(word.toString());
        }
        Path output = Files.createTempFile(folder, "output", "");
        return new NodeProgram(
                new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectErrorStream(true)
                        .start(),
                output);
    }

    /** What it has written, line by line, once it has ended in good order. */
    List<String> lines() throws IOException, InterruptedException {
        int code = exitCode();
        List<String> lines = Files.readAllLines(output);
        assertThat(code).as("exit code of Node; it wrote: %s", lines).isZero();
        return lines;
    }

    int exitCode() throws InterruptedException {
        boolean hasEnded = process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(hasEnded).as("Node ends").isTrue();
        return process.exitValue();
    }

    /** All that it has written so far. */
    String text() throws IOException {
        return Files.readString(output);
    }
}
