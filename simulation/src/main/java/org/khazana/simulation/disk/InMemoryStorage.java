package org.khazana.simulation.disk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.raft.DurableWrite;

/**
 * Models a disk that keeps the vote and the log in two files. A crash leaves, of what nobody synced, a beginning of what
 * was written to the log, part of a write included, and a vote that is at least as new.
 */
public final class InMemoryStorage implements MemberStorage {
    private static final int MISSING_IN = 8;
    private static final long TAIL_ENTRIES_MAX = 4;

    private final Deque<DurableWrite> pending = new ArrayDeque<>();
    private final Configuration founding;
    private SimulatedLog durable;
    private HardState durableVote = HardState.NONE;

    /** The empty storage of a member of a cluster that began with {@code founding}. */
    public InMemoryStorage(Configuration founding) {
        this.founding = founding;
        this.durable = new SimulatedLog(founding);
    }

    @Override
    public Opening open() {
        return new Opening.Recovered(durableVote, durable);
    }

    @Override
    public void issue(DurableWrite write) {
        pending.add(write);
    }

    @Override
    public void sync(int writes) {
        for (int synced = 0; synced < writes; synced++) {
            DurableWrite write = pending.remove();
            write.hardState().ifPresent(vote -> durableVote = vote);
            durable.write(write);
        }
    }

    @Override
    public void crash(RandomGenerator chance) {
        sync(chance.nextInt(pending.size() + 1));
        if (!pending.isEmpty()) {
            keepSomeParts(pending.remove(), chance);
        }
        int newerVotes = chance.nextInt(pending.size() + 1);
        for (DurableWrite write : pending) {
            if (newerVotes-- > 0) {
                write.hardState().ifPresent(vote -> durableVote = vote);
            }
        }
        pending.clear();
    }

    /** The parts of one write reach the disk in the order that {@link DurableWrite} promises. */
    private void keepSomeParts(DurableWrite write, RandomGenerator chance) {
        int parts = chance.nextInt(write.entries().size() + 3);
        if (parts > 0) {
            write.hardState().ifPresent(vote -> durableVote = vote);
        }
        if (parts > 1) {
            write.restart().ifPresent(durable::restartAt);
            write.truncateFrom().ifPresent(durable::truncateFrom);
            for (LogEntry entry : write.entries().subList(0, parts - 2)) {
                durable.append(entry);
            }
        }
    }

    /**
     * Entries are lost, and the next start finds it out, as the real files do: rot, a write that went astray or a lost tail
     * leaves the entries before it, a missing file leaves none. The vote file says that this member recovers.
     */
    @Override
    public Optional<String> damage(RandomGenerator chance) {
        long first = durable.base().index() + 1;
        if (durable.lastIndex() < first) {
            return Optional.empty();
        }
        durableVote = durableVote.recovering();
        if (chance.nextInt(MISSING_IN) == 0) {
            durable = new SimulatedLog(founding);
            return Optional.of("its whole log");
        }
        long from = chance.nextBoolean() ? Math.max(first, durable.lastIndex() - TAIL_ENTRIES_MAX) : first;
        long lost = chance.nextLong(from, durable.lastIndex() + 1);
        durable.truncateFrom(lost);
        return Optional.of("its log from " + lost);
    }
}
