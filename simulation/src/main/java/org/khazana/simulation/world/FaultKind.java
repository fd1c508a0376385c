package org.khazana.simulation.world;

/** Everything that can break in a run. Each kind is on or off in a run, so that none hides what another would show. */
public enum FaultKind {
    /** Power loss at any moment. */
    CRASH,
    /** Power loss between two effects of one step, or between the disk and the news of it. */
    CRASH_AT_BOUNDARY,
    /** Power loss of everybody at once. */
    CRASH_ALL,
    /** A member that dies again soon after each start, several times. */
    CRASH_LOOP,
    /** One member after the other is stopped and started. */
    ROLLING_RESTART,
    /** A member stands still, then handles everything that has gathered. */
    PAUSE,
    /** A member's clocks leap forward, or its calendar back. */
    CLOCK_JUMP,
    /** A member's clock runs faster or slower from now on. */
    CLOCK_RATE,
    /** A leader is told to hand over, to one member or to whom it likes. */
    HANDOVER,
    /** Links are cut in one of several patterns, one-way ones included. */
    PARTITION,
    /** Links hold what is sent for a while and let it go all at once. */
    CLOG,
    /** The links of some members go one member after the other, and come back in another order. */
    SWIZZLE,
    /** A disk finishes nothing for a while. */
    DISK_STALL,
    /** A write fails: the process must stop. */
    DISK_ERROR,
    /** Every write fails for a while. */
    DISK_FULL,
    /** Synced entries are lost for good: rot, a write that went astray, a tail or a file that is gone. */
    LOSS,
    /** All disks of a machine are gone. Who comes back on new ones is somebody else. */
    WIPE
}
