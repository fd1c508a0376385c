package org.khazana.simulation.world;

/** What ails the disk of one machine at the moment. Survives the processes. */
final class HostDisk {
    private long stalledUntilMicros;
    private long fullUntilMicros;
    private boolean failsNext;

    void stall(long untilMicros) {
        stalledUntilMicros = Math.max(stalledUntilMicros, untilMicros);
    }

    void fill(long untilMicros) {
        fullUntilMicros = Math.max(fullUntilMicros, untilMicros);
    }

    void failNext() {
        failsNext = true;
    }

    void mend() {
        stalledUntilMicros = 0;
        fullUntilMicros = 0;
        failsNext = false;
    }

    long stalledUntilMicros() {
        return stalledUntilMicros;
    }

    /** Whether a sync that ends now fails. */
    boolean fails(long nowMicros) {
        boolean fails = failsNext || nowMicros < fullUntilMicros;
        failsNext = false;
        return fails;
    }
}
