package org.khazana.consensus.runtime;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.consensus.raft.RaftCore;
import org.khazana.consensus.raft.ReplicaStatus;

/** A running member: the core with its threads, disk, peers and state machine. All methods may be called by any thread. */
public final class RaftReplica implements AutoCloseable {
    private static final ProposalOutcome CLOSED = new ProposalOutcome.NotLeader(Optional.empty());

    private final ReplicaLimits limits;
    private final Intake intake;
    private final FaultLatch fault;
    private final LogWriter writer;
    private final Applier applier;
    private final RaftLoop loop;
    private final Thread loopThread;
    private final Thread writerThread;
    private final Thread applierThread;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RaftReplica(RaftCore core, ReplicaPorts ports, ReplicaLimits limits, Clock clock, FaultHandler onFault) {
        this.limits = limits;
        this.intake = new Intake(limits);
        this.fault = new FaultLatch(onFault);
        this.writer = new LogWriter(ports, limits.writesWaitingMax(), clock, fault, intake::written);
        this.applier = new Applier(ports.machine(), fault, intake::applied);
        RaftLoop.Pace pace = new RaftLoop.Pace(clock, core.settings().tickMillis(), limits.unsyncedBatchesMax());
        this.loop = new RaftLoop(core, intake, writer, applier, ports.peers(), pace, fault);
        this.loopThread = new Thread(fault.guard("the consensus loop", loop), "khazana-consensus");
        this.writerThread = new Thread(fault.guard("writing the log or the vote", writer), "khazana-log-writer");
        this.applierThread = new Thread(fault.guard("applying an agreed entry", applier), "khazana-applier");
    }

    /** Starts the threads. From here on only the replica writes to the log and the vote. */
    public static RaftReplica start(
            RaftCore core, ReplicaPorts ports, ReplicaLimits limits, Clock clock, FaultHandler onFault) {
        RaftReplica replica = new RaftReplica(core, ports, limits, clock, onFault);
        replica.writerThread.start();
        replica.applierThread.start();
        replica.loopThread.start();
        return replica;
    }

    /** Takes a message from an authenticated member; drops and counts it when too many wait. Never blocks. */
    public void receive(MemberId from, Message message) {
        if (isOpen()) {
            intake.message(from, message);
        }
    }

    /**
     * Offers one proposal for a coming entry. What waits is put together into one entry.
     *
     * @param proposal at most {@link ReplicaLimits#batchBytesMax()} bytes
     * @param answer called exactly once unless the process dies before; must neither block nor throw. On the loop's
     *     thread, or at once on the caller's when too much waits already ({@code Overloaded}) or this is closed
     */
    public void propose(Payload proposal, Consumer<ProposalOutcome> answer) {
        if (proposal.size() > limits.batchBytesMax()) {
            throw new IllegalArgumentException(
                    "a proposal of " + proposal.size() + " bytes, more than " + limits.batchBytesMax());
        }
        if (!isOpen()) {
            answer.accept(CLOSED);
        } else if (!intake.proposal(new ProposalQueue.Waiting(proposal, answer))) {
            answer.accept(new ProposalOutcome.Overloaded());
        } else if (!isOpen()) {
            intake.refuseAll(CLOSED); // closed meanwhile: the loop may not come by again
        }
    }

    private boolean isOpen() {
        return !closed.get() && !fault.happened();
    }

    /** The last published view of this member; at most a tick old. */
    public ReplicaStatus status() {
        return loop.status();
    }

    /** Stops taking work, finishes what was handed to the log and the state machine, and joins the threads. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        loop.stop();
        join(loopThread);
        intake.refuseAll(CLOSED);
        writer.end();
        applier.end();
        join(writerThread);
        join(applierThread);
    }

    /** A fault handler may close from the very thread that failed: that one is ending anyway. */
    private static void join(Thread thread) {
        boolean interrupted = false;
        while (!thread.equals(Thread.currentThread()) && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // what was promised is finished first
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
