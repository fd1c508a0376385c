package org.khazana.node.lifecycle;

import java.util.concurrent.atomic.AtomicBoolean;
import org.khazana.consensus.runtime.FaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process at once when it can no longer keep its promises: after a failed write nobody knows what the disk
 * holds, and after a broken invariant nobody knows what the memory holds. Nothing is closed, since closing writes.
 */
public final class FatalFault implements FaultHandler {
    /** What the process answers; {@code ExitCode.FATAL_FAULT} on the command line. */
    public static final int EXIT_CODE = 10;

    private static final Logger LOG = LoggerFactory.getLogger(FatalFault.class);

    private final AtomicBoolean told = new AtomicBoolean();

    @Override
    public void fatal(String sentence, Throwable cause) {
        try {
            if (told.compareAndSet(false, true)) {
                LOG.error("this validator stops at once", cause);
                System.err.println("khazana: this validator stopped, to be safe: " + sentence
                        + ". What it had acknowledged is on its disk; find the cause, then start it again.");
            }
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
