package org.khazana.consensus.runtime;

import org.khazana.consensus.Invariant;

/**
 * Watches for a disk that neither works nor fails. A leader whose disk hangs still sends heartbeats, so nobody would take
 * over: it hands leadership over by itself, not too often, and when the disk stays silent the process ends.
 *
 * @param handOverMillis a leader whose writer is busy for so long hands over
 * @param betweenHandOversMillis so that a slow disk does not make leadership wander all the time
 * @param faultMillis a writer busy for so long is a fault
 */
record DiskWatch(long handOverMillis, long betweenHandOversMillis, long faultMillis) {
    static final DiskWatch STANDARD = new DiskWatch(500, 60_000, 10_000);

    /**
     * Whether a leader should hand over now.
     *
     * @param busyMillis for how long the writer has been at one group of writes
     * @param sinceHandOverMillis since the last time
     */
    boolean wantsHandOver(long busyMillis, long sinceHandOverMillis) {
        return busyMillis >= handOverMillis && sinceHandOverMillis >= betweenHandOversMillis;
    }

    /** Fails when the disk has been silent for too long. */
    void check(long busyMillis) {
        Invariant.check(
                busyMillis < faultMillis,
                "the disk has not finished a write for %s ms: nobody can tell whether it ever will",
                busyMillis);
    }
}
