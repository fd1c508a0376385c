package org.khazana.consensus.runtime;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the loop when something came in. Rung more often than heard, it counts once. */
final class Doorbell {
    private final Semaphore rung = new Semaphore(0);

    /** What came in must be visible before this call. */
    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Returns when rung since the last call, or after {@code millis}. */
    void awaitMillis(long millis) {
        try {
            if (rung.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                rung.drainPermits();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt the consensus loop", e);
        }
    }
}
