package org.khazana.consensus.runtime;

import java.util.function.Consumer;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.consensus.raft.RaftCore;
import org.khazana.consensus.raft.ReplicaStatus;

/** A running member: the core with its threads, disk, peers and state machine. All methods may be called by any thread. */
@SuppressWarnings("DoNotCallSuggester")
public final class RaftReplica implements AutoCloseable {
    private RaftReplica() {}

    /** Starts the threads. From here on only the replica writes to the log and the vote. */
    public static RaftReplica start(
            RaftCore core, ReplicaPorts ports, ReplicaLimits limits, Clock clock, FaultHandler onFault) {
        throw new UnsupportedOperationException();
    }

    /** Takes a message from an authenticated member; drops and counts it when too many wait. Never blocks. */
    public void receive(MemberId from, Message message) {
        throw new UnsupportedOperationException();
    }

    /**
     * Offers one proposal for a coming entry. What waits is put together into one entry.
     *
     * @param proposal at most {@link ReplicaLimits#batchBytesMax()} bytes
     * @param answer called exactly once, and must not block: on the loop's thread, or at once on the caller's thread when
     *     too much waits already ({@code Overloaded})
     */
    public void propose(Payload proposal, Consumer<ProposalOutcome> answer) {
        throw new UnsupportedOperationException();
    }

    /** The last published view of this member; at most a tick old. */
    public ReplicaStatus status() {
        throw new UnsupportedOperationException();
    }

    /** Stops taking work, finishes what was handed to the log and the state machine, and joins the threads. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
