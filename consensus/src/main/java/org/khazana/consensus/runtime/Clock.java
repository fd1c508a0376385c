package org.khazana.consensus.runtime;

import java.util.concurrent.TimeUnit;

/** The two kinds of time a replica needs. Called from any thread. */
public interface Clock {

    /** Milliseconds since any fixed moment; never goes back. Drives timeouts. */
    long monotonicMillis();

    /** Milliseconds since 1970 UTC; may jump. Becomes the time of new entries. */
    long wallClockMillis();

    /** The clocks of this machine. */
    static Clock ofSystem() {
        return new Clock() {
            @Override
            public long monotonicMillis() {
                return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
            }

            @Override
            public long wallClockMillis() {
                return System.currentTimeMillis();
            }
        };
    }
}
