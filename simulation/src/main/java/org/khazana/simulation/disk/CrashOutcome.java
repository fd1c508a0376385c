package org.khazana.simulation.disk;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
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
    private long compactibleThrough;
    private boolean met;

    private CrashOutcome(SimulatedLog durable, LogReader found) {
        this.log = durable.copy();
        this.found = found;
        this.compactibleThrough = durable.base().index();
        this.met = meets();
    }

    static CrashOutcome find(
            SimulatedLog durable, HardState durableVote, Collection<DurableWrite> pending, LogReader found) {
        CrashOutcome outcome = new CrashOutcome(durable, found);
        outcome.goThrough(durableVote, pending, UnaryOperator.identity());
        return outcome;
    }

    /** The same where synced entries were lost, too, and the member knows it. */
    static CrashOutcome findAfterLoss(
            Loss loss, HardState durableVote, Collection<DurableWrite> pending, LogReader found) {
        CrashOutcome outcome = afterLoss(loss.beginning(found), durableVote, pending, found);
        return outcome.met
                ? outcome
                : loss.beforeACut(found)
                        .map(log -> afterLoss(log, durableVote, pending, found))
                        .orElse(outcome);
    }

    private static CrashOutcome afterLoss(
            SimulatedLog left, HardState durableVote, Collection<DurableWrite> pending, LogReader found) {
        CrashOutcome outcome = new CrashOutcome(left, found);
        outcome.goThrough(durableVote, pending, HardState::recovering);
        return outcome;
    }

    private void goThrough(HardState durableVote, Collection<DurableWrite> pending, UnaryOperator<HardState> asFound) {
        HardState vote = durableVote;
        votes.add(asFound.apply(vote).toString());
        for (DurableWrite write : pending) {
            vote = write.hardState().orElse(vote);
            if (carriesOut(write)) {
                votes.clear();
            }
            votes.add(asFound.apply(vote).toString());
        }
    }

    /** Goes on, part by part, until the log is as it was found; whether anything was done. */
    private boolean carriesOut(DurableWrite write) {
        boolean metBefore = met;
        if (!met && write.restart().isPresent()) {
            log.restartAt(write.restart().get());
            met = meets();
        }
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
        write.compactThrough().ifPresent(through -> compactibleThrough = Math.max(compactibleThrough, through));
        return !metBefore
                && (write.restart().isPresent()
                        || write.truncateFrom().isPresent()
                        || !write.entries().isEmpty());
    }

    private boolean meets() {
        return log.last().equals(found.last());
    }

    /** Less may have been forgotten than was allowed, and never more. */
    boolean allowsLog() {
        long base = found.base().index();
        return met
                && base <= Math.max(compactibleThrough, log.base().index())
                && log.known(base).filter(found.base()::equals).isPresent()
                && holdsTheSameEntries();
    }

    boolean allows(HardState vote) {
        return votes.contains(vote.toString());
    }

    SimulatedLog log() {
        log.compactThrough(found.base().index());
        return log;
    }

    private boolean holdsTheSameEntries() {
        long index = found.base().index() + 1;
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
