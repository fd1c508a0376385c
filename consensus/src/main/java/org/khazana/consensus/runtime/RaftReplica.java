package org.khazana.consensus.runtime;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.port.FetchedSnapshot;
import org.khazana.consensus.port.MessageReceiver;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.consensus.raft.RaftCore;
import org.khazana.consensus.raft.ReplicaStatus;

/** A running member: the core with its threads, disk, peers and state machine. All methods may be called by any thread. */
public final class RaftReplica implements MessageReceiver, AutoCloseable {
    private static final ProposalOutcome CLOSED = new ProposalOutcome.NotLeader(Optional.empty());

    private final ReplicaLimits limits;
    private final Clock clock;
    private final int electionTimeoutMillis;
    private final ReadDesk reads;
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
        this.clock = clock;
        this.electionTimeoutMillis = core.settings().electionTimeoutMillis();
        this.reads = new ReadDesk(limits.readsWaitingMax(), 2L * electionTimeoutMillis, new SecureRandom().nextLong());
        this.intake = new Intake(limits, reads);
        this.fault = new FaultLatch(onFault);
        this.writer = new LogWriter(ports, limits.writesWaitingMax(), clock, fault, intake::written);
        this.applier = new Applier(ports.machine(), fault, intake::applied, intake::installed);
        RaftLoop.Pace pace = new RaftLoop.Pace(
                clock,
                core.settings().tickMillis(),
                limits.unsyncedBatchesMax(),
                limits.unappliedEntriesMax(),
                DiskWatch.STANDARD);
        this.loop = new RaftLoop(core, intake, writer, applier, ports, reads, pace, fault);
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

    /** While this closes messages are still wanted: handing over needs the answers of the others. */
    @Override
    public void receive(MemberId from, Message message) {
        if (!fault.happened()) {
            intake.message(from, message);
        }
    }

    @Override
    public void disconnected(MemberId from) {
        if (!fault.happened()) {
            intake.disconnected(from);
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

    /**
     * Asks from when on a read is linearizable: the answer is the index that must be applied here before reading.
     *
     * @param answer called exactly once unless the process dies before, within two election timeouts; must neither block
     *     nor throw. On the loop's thread, or at once on the caller's when too many wait or this is closed
     */
    public void readIndex(Consumer<ReadAnswer> answer) {
        if (!isOpen()) {
            answer.accept(new ReadAnswer.NoLeader(Optional.empty()));
        } else if (!intake.read(answer)) {
            answer.accept(new ReadAnswer.Overloaded());
        } else if (!isOpen()) {
            reads.refuseWaiting(); // closed meanwhile: the loop may not come by again
        }
    }

    /**
     * Wants membership to become {@code target}; only a leader can do that, and only while membership still is what the
     * caller saw, {@code from}.
     *
     * @param answer as in {@link #propose}
     */
    public void changeMembership(Configuration from, Configuration target, Consumer<ProposalOutcome> answer) {
        if (!isOpen()) {
            answer.accept(CLOSED);
        } else if (!intake.wish(new Wish.ChangeMembership(from, target, answer))) {
            answer.accept(new ProposalOutcome.Overloaded());
        } else if (!isOpen()) {
            intake.refuseAll(CLOSED);
        }
    }

    /**
     * Gives leadership away, if this member leads: to {@code to}, or to whoever is most up to date. Returns at once;
     * {@link #status} shows what came of it.
     */
    public void handOver(Optional<MemberId> to) {
        if (isOpen()) {
            intake.wish(new Wish.HandOver(to)); // one of many at the same time may be left out
        }
    }

    /**
     * A snapshot of the state after {@code last}, which is applied here, can be fetched by others, and the state on disk is
     * as new: from now on entries before it may be forgotten.
     *
     * @return false if this cannot be taken in now; it may be said again, or of a later snapshot
     */
    public boolean snapshotTaken(EntryMetadata last) {
        return isOpen() && intake.wish(new Wish.SnapshotTaken(last));
    }

    /** Puts the state machine on {@code snapshot} as soon as it has applied what it was handed, unless it is as new then. */
    public void install(FetchedSnapshot snapshot) {
        if (isOpen()) {
            applier.install(snapshot);
        }
    }

    private boolean isOpen() {
        return !closed.get() && !fault.happened();
    }

    /** The last published view of this member; at most a tick old. */
    public ReplicaStatus status() {
        return loop.status();
    }

    /**
     * Hands leadership over, stops taking work, finishes what was handed to the log and the state machine, and joins the
     * threads.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        leaveLeadership();
        loop.stop();
        join(loopThread);
        reads.close();
        intake.refuseAll(CLOSED);
        writer.end();
        applier.end();
        join(writerThread);
        join(applierThread);
    }

    /** So that the others need not wait for an election timeout; they must, when this takes longer than one. */
    private void leaveLeadership() {
        boolean hasOthers = status().membership().configuration().voterIds().size() > 1;
        if (fault.happened() || !hasOthers || !intake.wish(new Wish.HandOver(Optional.empty()))) {
            return;
        }
        long giveUpAtMillis = clock.monotonicMillis() + electionTimeoutMillis;
        while (status().role() == ReplicaStatus.RoleName.LEADER
                && !fault.happened()
                && loopThread.isAlive()
                && clock.monotonicMillis() < giveUpAtMillis) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
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
