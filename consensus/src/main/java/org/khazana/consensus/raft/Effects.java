package org.khazana.consensus.raft;

import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.LogEntry;

/**
 * What must now happen. The order of the fields is the order of the rule "persist before you speak":
 *
 * @param write hand to the log writer; {@link Input.Written} answers when it is durable
 * @param sendNow true whatever happens to this member's disk: what a leader replicates, and questions
 * @param sendWhenWritten claims about this member's disk (votes, acknowledgements): leave only when every write issued
 *     up to and including {@code write} is durable
 * @param committed agreed and durable here: apply in this order
 * @param outcome what became of the {@link Input.Propose} or {@link Input.ChangeMembership} of this step; empty for other
 *     inputs
 * @param reads what became of questions for a read index, asked in this step or before
 * @param snapshotWanted fetch this snapshot, install it and say so by {@link Input.SnapshotInstalled}; repeated while the
 *     leader offers it
 * @param events for the operator
 */
public record Effects(
        Optional<DurableWrite> write,
        List<Outgoing> sendNow,
        List<Outgoing> sendWhenWritten,
        List<LogEntry> committed,
        Optional<ProposalOutcome> outcome,
        List<ReadOutcome> reads,
        Optional<SnapshotWanted> snapshotWanted,
        List<RaftEvent> events) {
    public Effects {
        sendNow = List.copyOf(sendNow);
        sendWhenWritten = List.copyOf(sendWhenWritten);
        committed = List.copyOf(committed);
        reads = List.copyOf(reads);
        events = List.copyOf(events);
    }
}
