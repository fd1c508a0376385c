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
public record DiskWatch(long handOverMillis, long betweenHandOversMillis, long faultMillis) {
    /** For disks that usually answer within milliseconds. */
    public static final DiskWatch STANDARD = new DiskWatch(500, 60_000, 10_000);

    /**
     * Whether a leader should hand over now.
     *
     * @param busyMillis for how long the writer has been at one group of writes
     * @param sinceHandOverMillis since the last time
     */
    public boolean wantsHandOver(long busyMillis, long sinceHandOverMillis) {
        return busyMillis >= handOverMillis && sinceHandOverMillis >= betweenHandOversMillis;
    }

    /** Whether the disk has been silent for so long that nothing can be expected of it. */
    public boolean isFault(long busyMillis) {
        return busyMillis >= faultMillis;
    }

    /** Fails when the disk has been silent for too long. */
    void check(long busyMillis) {
        Invariant.check(
                !isFault(busyMillis),
                "the disk has not finished a write for %s ms: nobody can tell whether it ever will",
                busyMillis);
    }
}
