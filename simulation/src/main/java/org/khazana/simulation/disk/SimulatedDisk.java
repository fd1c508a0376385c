package org.khazana.simulation.disk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.raft.DurableWrite;

/**
 * What the storage of one member must hold: what is durable, what is only issued, and after a crash what of the
 * difference was found again. The properties look at this, never at the storage itself.
 */
public final class SimulatedDisk {
    /** More unfinished writes than this mean that somebody does not wait for the disk. */
    public static final int PENDING_WRITES_MAX = 10_000;

    private final Deque<DurableWrite> pending = new ArrayDeque<>();
    private final Map<EntryId, LogEntry> onceDurable = new HashMap<>();
    private SimulatedLog durable;
    private SimulatedLog issued;
    private final Configuration founding;
    private HardState durableVote = HardState.NONE;
    private boolean damaged;

    /** The empty storage of a member of a cluster that began with {@code founding}. */
    public SimulatedDisk(Configuration founding) {
        this.founding = founding;
        durable = new SimulatedLog(founding);
        issued = new SimulatedLog(founding);
    }

    /** What survives any crash. */
    public SimulatedLog durable() {
        return durable;
    }

    /** What the running process believes it has written. */
    public SimulatedLog issued() {
        return issued;
    }

    public HardState durableVote() {
        return durableVote;
    }

    /** Something that was synced is lost; the next start must find that out, unless the disk was lucky. */
    public void damage() {
        damaged = true;
    }

    /** Whether something synced is lost, and no process has started since. */
    public boolean isDamaged() {
        return damaged;
    }

    public int pendingWrites() {
        return pending.size();
    }

    public void issue(DurableWrite write) {
        if (pending.size() >= PENDING_WRITES_MAX) {
            throw new IllegalStateException("more than " + PENDING_WRITES_MAX + " unfinished writes");
        }
        issued.write(write);
        pending.add(write);
    }

    /** The oldest unfinished write has become durable. */
    public DurableWrite completeOldest() {
        DurableWrite write = pending.remove();
        write.hardState().ifPresent(vote -> durableVote = vote);
        write.truncateFrom().ifPresent(this::remember);
        durable.write(write);
        return write;
    }

    /** What is cut off may come back when damage takes the mark of the cut. */
    private void remember(long fromIndex) {
        for (long index = fromIndex; index <= durable.lastIndex(); index++) {
            LogEntry entry = durable.entry(index);
            onceDurable.put(entry.id(), entry);
        }
    }

    /**
     * Takes what a process has found at its start for what is durable from now on.
     *
     * @return why no disk can have left this behind; empty when all is well
     */
    public Optional<String> recovered(Opening.Recovered found) {
        boolean maySufferLoss = damaged && found.hardState().isRecovering();
        CrashOutcome outcome = maySufferLoss
                ? CrashOutcome.findAfterLoss(
                        new Loss(durable, onceDurable, founding), durableVote, pending, found.log())
                : CrashOutcome.find(durable, durableVote, pending, found.log());
        if (!outcome.allowsLog()) {
            return Optional.of("the log ends with " + found.log().last().id() + "; durable was "
                    + durable.last().id() + ", issued " + issued.last().id());
        }
        if (!outcome.allows(found.hardState())) {
            return Optional.of("the vote is " + found.hardState() + "; durable was " + durableVote);
        }
        pending.clear();
        if (maySufferLoss) {
            remember(durable.firstIndex());
        }
        durable = outcome.log();
        issued = durable.copy();
        durableVote = found.hardState();
        damaged = false;
        return Optional.empty();
    }
}
