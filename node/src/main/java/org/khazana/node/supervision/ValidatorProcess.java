package org.khazana.node.supervision;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A validator running in a process of its own. What it prints goes to its log file. Stopping is bounded: a process that
 * does not end when asked is killed.
 */
public final class ValidatorProcess {
    private static final long PROBE_PAUSE_MILLIS = 50;
    private static final long KILL_PATIENCE_SECONDS = 10;

    private final ValidatorNode node;
    private final Process process;

    private ValidatorProcess(ValidatorNode node, Process process) {
        this.node = node;
        this.process = process;
    }

    /** Starts {@code khazana node}, or what the program has in its place, for this validator; it stops by itself when this process ends in any way. */
    static ValidatorProcess start(ValidatorNode node, KhazanaProgram program) {
        return start(
                node,
                program.validator(node.configFile(), ProcessHandle.current().pid()));
    }

    /** Starts any program in the validator's place. */
    static ValidatorProcess start(ValidatorNode node, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(node.logFile().toFile()));
        try {
            return new ValidatorProcess(node, builder.start());
        } catch (IOException e) {
            throw new ValidatorFailed(1, node.id() + " could not be started: " + e.getMessage(), e);
        }
    }

    public ValidatorNode node() {
        return node;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when the process has ended, whatever the reason. */
    CompletableFuture<ValidatorProcess> ended() {
        return process.onExit().thenApply(gone -> this);
    }

    /**
     * Returns when the node says that it is ready.
     *
     * @throws ValidatorFailed when it ends before, or is not ready in time
     */
    void awaitReady(ReadinessProbe probe, Duration patience) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        while (!probe.isReady(node.url())) {
            if (process.waitFor(PROBE_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw failure();
            }
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new ValidatorFailed(
                        1, node.id() + " was not ready within " + patience.toSeconds() + " s" + lastWords());
            }
        }
    }

    /** Why the process ended, for a process that has ended by itself. */
    public ValidatorFailed failure() {
        int code = process.exitValue();
        return new ValidatorFailed(code, node.id() + " ended with exit code " + code + lastWords());
    }

    /** SIGKILL, and waits until the process is gone: no chance for it to write or say anything more. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(KILL_PATIENCE_SECONDS);
    }

    /** SIGKILL; returns at once. */
    void beginKill() {
        process.destroyForcibly();
    }

    /** SIGTERM; returns at once. */
    void requestStop() {
        process.destroy();
    }

    /** Waits for the end that was asked for; kills the process when {@code patience} runs out. */
    void awaitStop(Duration patience) {
        if (!awaitEnd(patience.toSeconds())) {
            kill();
        }
    }

    private boolean awaitEnd(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return false;
        }
    }

    private String lastWords() {
        return "; its last words, from " + node.logFile() + ":\n" + LogTail.of(node.logFile());
    }
}
