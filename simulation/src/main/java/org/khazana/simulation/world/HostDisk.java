package org.khazana.simulation.world;

/** What ails the disk of one machine at the moment. Survives the processes. */
final class HostDisk {
    private long stalledUntilMicros;
    private long fullUntilMicros;
    private boolean failsNext;
    private long beganMicros;
    private long handedOverMicros = -1_000_000_000L;

    /** A sync begins. */
    void begins(long nowMicros) {
        beganMicros = nowMicros;
    }

    /** For how long the sync under way has been so. */
    long busyMicros(long nowMicros) {
        return nowMicros - beganMicros;
    }

    /** The member hands over leadership because of it. */
    void handsOver(long nowMicros) {
        handedOverMicros = nowMicros;
    }

    long sinceHandOverMicros(long nowMicros) {
        return nowMicros - handedOverMicros;
    }

    void stall(long untilMicros) {
        stalledUntilMicros = Math.max(stalledUntilMicros, untilMicros);
    }

    void fill(long untilMicros) {
        fullUntilMicros = Math.max(fullUntilMicros, untilMicros);
    }

    void failNext() {
        failsNext = true;
    }

    /** A sync that hangs ends soon from now on, and is not held against the disk. */
    void mend(long nowMicros) {
        beganMicros = nowMicros;
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
