package org.khazana.simulation.property;

import static org.khazana.simulation.property.Property.BOUNDED;
import static org.khazana.simulation.property.PropertyViolation.check;

import java.util.List;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.raft.CoreSettings;
import org.khazana.consensus.raft.Outgoing;
import org.khazana.consensus.raft.ProposalOutcome.Appended;
import org.khazana.simulation.disk.SimulatedLog;

/** Nothing grows without a limit: message sizes, the uncommitted tail, the entries waiting for the state machine. */
final class BoundProperties {
    private final ClusterView view;

    BoundProperties(ClusterView view) {
        this.view = view;
    }

    void stepped(Step step) {
        CoreSettings settings = view.settings();
        for (Outgoing outgoing : step.effects().sendNow()) {
            if (outgoing.message() instanceof AppendRequest request) {
                check(
                        request.entries().size() <= 1 || bytes(request.entries()) <= settings.messageBytesMax(),
                        BOUNDED,
                        "%s sends %s bytes in one message",
                        step.member(),
                        bytes(request.entries()));
            }
        }
        if (step.effects().outcome().orElse(null) instanceof Appended) {
            SimulatedLog log = view.disk(step.member()).issued();
            long waiting = ownTermBytes(
                    log, step.before().commitIndex() + 1, step.after().term());
            check(
                    waiting <= settings.uncommittedBytesMax(),
                    BOUNDED,
                    "%s accepts a proposal on top of %s uncommitted bytes",
                    step.member(),
                    waiting);
        }
    }

    void handed(long unappliedBytes) {
        CoreSettings settings = view.settings();
        check(
                unappliedBytes <= settings.unappliedBytesMax() + settings.entryBytesMax(),
                BOUNDED,
                "%s bytes wait for the state machine",
                unappliedBytes);
    }

    /** A leader bounds what it accepts itself; the tail it inherits was bounded by those who accepted it. */
    private static long ownTermBytes(SimulatedLog log, long fromIndex, Term term) {
        List<LogEntry> waiting = log.read(fromIndex, log.lastIndex() - 1, Long.MAX_VALUE);
        return bytes(waiting.stream().filter(entry -> entry.term().equals(term)).toList());
    }

    private static long bytes(List<LogEntry> entries) {
        return entries.stream().mapToLong(entry -> entry.payload().size()).sum();
    }
}
