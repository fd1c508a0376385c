package org.khazana.simulation.disk;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.khazana.consensus.raft.DurableWrite;

/**
 * What one member keeps across crashes: its log and its vote. The simulated cluster runs over any storage that can lose
 * power: one that only models a disk, or the real files on a disk in memory. One thread.
 *
 * <p>{@code issue} and {@code sync} may throw {@link java.io.UncheckedIOException}; the process stops then, as if power
 * were lost, and may be started again.
 */
public interface MemberStorage {

    /** What a process finds that starts now; called once for every process, before it writes. */
    Opening open();

    /** Begins a write, in the order that {@link DurableWrite} promises. None of it has to survive a crash yet. */
    void issue(DurableWrite write);

    /** Returns when the oldest {@code writes} of those issued and not yet synced are durable; others may be, too. */
    void sync(int writes);

    /**
     * The process dies and power is lost. All that was synced stays; of the rest, chance keeps whatever a real disk might
     * keep. The log found at the next {@link #open} is what some beginning of the unsynced writes leaves.
     */
    void crash(RandomGenerator chance);

    /**
     * Damages something durable while the process is down; says what, or nothing if this storage takes no harm. Where that
     * loses synced entries, the next {@link #open} must say that this member recovers.
     */
    Optional<String> damage(RandomGenerator chance);
}
