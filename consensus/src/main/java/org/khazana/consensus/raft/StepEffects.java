package org.khazana.consensus.raft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;

/** Collects what one step decides. */
final class StepEffects {
    private final List<Outgoing> sendNow = new ArrayList<>(0);
    private final List<Outgoing> sendWhenWritten = new ArrayList<>(0);
    private final List<ReadOutcome> reads = new ArrayList<>(0);
    private final List<RaftEvent> events = new ArrayList<>(0);
    private final List<LogEntry> appended = new ArrayList<>(0);
    private Optional<DurableWrite.Restart> restart = Optional.empty();
    private OptionalLong truncateFrom = OptionalLong.empty();
    private OptionalLong compactThrough = OptionalLong.empty();
    private Optional<ProposalOutcome> outcome = Optional.empty();
    private Optional<SnapshotWanted> snapshotWanted = Optional.empty();

    void sendNow(MemberId to, Message message) {
        sendNow.add(new Outgoing(to, message));
    }

    void sendWhenWritten(MemberId to, Message message) {
        sendWhenWritten.add(new Outgoing(to, message));
    }

    void truncated(long fromIndex) {
        truncateFrom = OptionalLong.of(fromIndex);
    }

    void restarted(DurableWrite.Restart newBeginning) {
        restart = Optional.of(newBeginning);
    }

    void compacted(long throughIndex) {
        compactThrough = OptionalLong.of(throughIndex);
    }

    void appended(LogEntry entry) {
        appended.add(entry);
    }

    void outcome(ProposalOutcome proposalOutcome) {
        outcome = Optional.of(proposalOutcome);
    }

    void read(ReadOutcome readOutcome) {
        reads.add(readOutcome);
    }

    void snapshotWanted(SnapshotWanted wanted) {
        snapshotWanted = Optional.of(wanted);
    }

    void event(RaftEvent event) {
        events.add(event);
    }

    /** The write this step asks for, if anything is to be made durable. */
    Optional<DurableWrite> write(Optional<HardState> hardState, WriteTracker writes, long lastIndex) {
        if (hardState.isEmpty()
                && restart.isEmpty()
                && truncateFrom.isEmpty()
                && appended.isEmpty()
                && compactThrough.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DurableWrite(writes.issue(lastIndex), hardState, restart, truncateFrom, appended, compactThrough));
    }

    Effects toEffects(Optional<DurableWrite> write, List<LogEntry> committed) {
        return new Effects(write, sendNow, sendWhenWritten, committed, outcome, reads, snapshotWanted, events);
    }
}
