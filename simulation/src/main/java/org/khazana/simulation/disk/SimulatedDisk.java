package org.khazana.simulation.disk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.TermAndVote;
import org.khazana.consensus.raft.DurableWrite;

/**
 * The disk of one member. A write is first only issued; it becomes durable when a sync completes. A crash keeps what is
 * durable and, of the writes behind it, a prefix of their parts drawn by chance: real disks may or may not have written
 * what nobody synced, but a log file is read back in order.
 */
public final class SimulatedDisk {
    /** More unfinished writes than this mean that somebody does not wait for the disk. */
    public static final int PENDING_WRITES_MAX = 10_000;

    private final Deque<DurableWrite> pending = new ArrayDeque<>();
    private final SimulatedLog durable = new SimulatedLog();
    private SimulatedLog issued = new SimulatedLog();
    private TermAndVote durableVote = TermAndVote.NONE;
    private TermAndVote issuedVote = TermAndVote.NONE;

    /** What survives any crash. */
    public SimulatedLog durable() {
        return durable;
    }

    /** What the running process believes it has written. */
    public SimulatedLog issued() {
        return issued;
    }

    public TermAndVote durableVote() {
        return durableVote;
    }

    public TermAndVote issuedVote() {
        return issuedVote;
    }

    public int pendingWrites() {
        return pending.size();
    }

    public void issue(DurableWrite write) {
        if (pending.size() >= PENDING_WRITES_MAX) {
            throw new IllegalStateException("more than " + PENDING_WRITES_MAX + " unfinished writes");
        }
        write.termAndVote().ifPresent(vote -> issuedVote = vote);
        write.truncateFrom().ifPresent(issued::truncateFrom);
        write.entries().forEach(issued::append);
        pending.add(write);
    }

    /** Makes the oldest unfinished write durable. */
    public DurableWrite completeOldest() {
        DurableWrite write = pending.remove();
        write.termAndVote().ifPresent(vote -> durableVote = vote);
        write.truncateFrom().ifPresent(durable::truncateFrom);
        write.entries().forEach(durable::append);
        return write;
    }

    /**
     * Power loss: chance decides how many unfinished writes, and how many parts of the next one, reached the disk.
     *
     * @return the number of writes that were lost whole or in part
     */
    public int crash(RandomGenerator chance) {
        int survivors = chance.nextInt(pending.size() + 1);
        for (int survived = 0; survived < survivors; survived++) {
            completeOldest();
        }
        int lost = pending.size();
        if (lost > 0) {
            keepSomeParts(pending.remove(), chance);
        }
        pending.clear();
        issued = durable.copy();
        issuedVote = durableVote;
        return lost;
    }

    /** The parts of one write reach the disk in the order that {@link DurableWrite} promises. */
    private void keepSomeParts(DurableWrite write, RandomGenerator chance) {
        int parts = chance.nextInt(write.entries().size() + 3);
        if (parts > 0) {
            write.termAndVote().ifPresent(vote -> durableVote = vote);
        }
        if (parts > 1) {
            write.truncateFrom().ifPresent(durable::truncateFrom);
            for (LogEntry entry : write.entries().subList(0, parts - 2)) {
                durable.append(entry);
            }
        }
    }
}
