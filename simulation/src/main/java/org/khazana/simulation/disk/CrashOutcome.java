package org.khazana.simulation.disk;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.port.LogReader;
import org.khazana.consensus.raft.DurableWrite;

/**
 * Which of the states that a crash may leave was found at the next start: the durable log, and a beginning of what the
 * unfinished writes did to it. The vote is in a file of its own and may be newer than the log, but not older.
 */
final class CrashOutcome {
    private static final long READ_BYTES_MAX = 1 << 20;

    private final SimulatedLog log;
    private final LogReader found;
    private final Set<String> votes = new TreeSet<>();
    private boolean met;

    private CrashOutcome(SimulatedLog durable, LogReader found) {
        this.log = durable.copy();
        this.found = found;
        this.met = meets();
    }

    static CrashOutcome find(
            SimulatedLog durable, HardState durableVote, Collection<DurableWrite> pending, LogReader found) {
        CrashOutcome outcome = new CrashOutcome(durable, found);
        HardState vote = durableVote;
        outcome.votes.add(vote.toString());
        for (DurableWrite write : pending) {
            vote = write.hardState().orElse(vote);
            if (outcome.carriesOut(write)) {
                outcome.votes.clear();
            }
            outcome.votes.add(vote.toString());
        }
        return outcome;
    }

    /** Goes on, part by part, until the log is as it was found; whether anything was done. */
    private boolean carriesOut(DurableWrite write) {
        boolean metBefore = met;
        if (!met && write.truncateFrom().isPresent()) {
            log.truncateFrom(write.truncateFrom().getAsLong());
            met = meets();
        }
        for (LogEntry entry : write.entries()) {
            if (!met) {
                log.append(entry);
                met = meets();
            }
        }
        return !metBefore
                && (write.truncateFrom().isPresent() || !write.entries().isEmpty());
    }

    private boolean meets() {
        return log.last().equals(found.last());
    }

    boolean allowsLog() {
        return met && holdsTheSameEntries();
    }

    boolean allows(HardState vote) {
        return votes.contains(vote.toString());
    }

    SimulatedLog log() {
        return log;
    }

    private boolean holdsTheSameEntries() {
        long index = 1;
        while (index <= log.lastIndex()) {
            List<LogEntry> read = found.read(index, log.lastIndex(), READ_BYTES_MAX);
            for (LogEntry entry : read) {
                if (!entry.equals(log.entry(index++))) {
                    return false;
                }
            }
            if (read.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
