package org.khazana.node.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** SIGSTOP and SIGCONT, by the command {@code kill}. */
final class ProcessSignal {
    private static final long PATIENCE_SECONDS = 10;

    private ProcessSignal() {}

    /**
     * Stops a process without its noticing, as a machine that is paused. A shell wakes it after {@code secondsMax}, so that
     * nothing stays frozen when this process is killed.
     */
    static void freeze(long pid, long secondsMax) {
        run("kill -STOP " + pid);
        // In the background of a shell that ends at once, so that nobody waits for it here.
        run("(sleep " + secondsMax + "; kill -CONT " + pid + ") >/dev/null 2>&1 &");
    }

    /** Lets it go on; nothing happens to a process that was not frozen, or is gone. */
    static void thaw(long pid) {
        run("kill -CONT " + pid + " 2>/dev/null || true");
    }

    private static void run(String script) {
        try {
            Process shell = new ProcessBuilder("sh", "-c", script)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || shell.exitValue() != 0) {
                throw new IllegalStateException("this did not work: " + script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
