package org.khazana.node.lifecycle;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits until somebody wants the process to end: SIGTERM, Ctrl-C, or a call. The process lives on until {@link
 * #finished} tells that everything is closed, 20 seconds at most.
 */
public final class StopRequest {
    private static final int FINISH_SECONDS_MAX = 20;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    private StopRequest() {}

    /** From now on SIGTERM and Ctrl-C are requests to stop. */
    public static StopRequest onSignals() {
        StopRequest stop = new StopRequest();
        Runtime.getRuntime().addShutdownHook(new Thread(stop::stopAndWait, "stop"));
        return stop;
    }

    /** Asks for the stop; returns at once. */
    public void request() {
        requested.countDown();
    }

    /** Returns when a stop is asked for. */
    public void await() throws InterruptedException {
        requested.await();
    }

    /** Everything is closed: the process may end. */
    public void finished() {
        finished.countDown();
    }

    private void stopAndWait() {
        requested.countDown();
        try {
            if (!finished.await(FINISH_SECONDS_MAX, TimeUnit.SECONDS)) {
                System.err.println("khazana: stopping took longer than " + FINISH_SECONDS_MAX + " s and was cut short");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
