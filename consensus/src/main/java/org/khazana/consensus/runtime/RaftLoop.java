package org.khazana.consensus.runtime;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.message.ReadId;
import org.khazana.consensus.raft.Effects;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.Outgoing;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.consensus.raft.RaftCore;
import org.khazana.consensus.raft.ReplicaStatus;

/** The one thread that owns the core: feeds it what came in, one input after another, and carries out what it says. */
final class RaftLoop implements Runnable {
    /** So that a flood of messages keeps neither proposals nor the clock waiting. */
    private static final int MESSAGES_PER_TURN_MAX = 128;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final RaftCore core;
    private final Intake intake;
    private final LogWriter writer;
    private final Applier applier;
    private final ReplicaPorts ports;
    private final ReadDesk reads;
    private final Pace pace;
    private final FaultLatch fault;
    private final Journal journal = new Journal();
    private final AtomicBoolean stopping = new AtomicBoolean();

    private volatile ReplicaStatus status;
    private Optional<Thread> owner = Optional.empty();
    private long nowMillis;
    private long nextTickMillis;
    private long issuedTicket;
    private long writtenTicket;
    private long appliedIndex;
    private long handedOverAtMillis = NEVER;

    /**
     * When to do what.
     *
     * @param unsyncedBatchesMax see {@link ReplicaLimits}, as for the next
     */
    record Pace(
            Clock clock,
            int tickMillis,
            int unsyncedBatchesMax,
            int unappliedEntriesMax,
            int batchWorthwhile,
            DiskWatch diskWatch) {}

    RaftLoop(
            RaftCore core,
            Intake intake,
            LogWriter writer,
            Applier applier,
            ReplicaPorts ports,
            ReadDesk reads,
            Pace pace,
            FaultLatch fault) {
        this.core = core;
        this.intake = intake;
        this.writer = writer;
        this.applier = applier;
        this.ports = ports;
        this.reads = reads;
        this.pace = pace;
        this.fault = fault;
        this.nowMillis = pace.clock().monotonicMillis();
        this.nextTickMillis = nowMillis;
        this.status = core.status(nowMillis);
    }

    ReplicaStatus status() {
        return status;
    }

    /** Ends the thread after the step it is in. */
    void stop() {
        stopping.set(true);
        intake.ring();
    }

    @Override
    public void run() {
        Invariant.check(owner.isEmpty(), "the loop runs already");
        owner = Optional.of(Thread.currentThread());
        while (!stopping.get() && !fault.happened()) {
            if (!turn()) {
                intake.awaitMillis(nextTickMillis - nowMillis);
            }
        }
    }

    /** Takes in what has come; false when there was nothing to do. */
    private boolean turn() {
        nowMillis = Math.max(nowMillis, pace.clock().monotonicMillis());
        boolean moved = takeFinishedWork();
        moved |= takeMessages();
        moved |= takeReads();
        moved |= takeProposals();
        moved |= takeWishes();
        if (nowMillis >= nextTickMillis) {
            nextTickMillis = nowMillis + pace.tickMillis();
            step(new Input.Tick());
            journal.dropped(intake.takeDroppedCount(), nowMillis);
            reads.expire(nowMillis);
            watchDisk(writer.busyMillis(nowMillis));
            moved = true;
        }
        if (moved) {
            status = core.status(nowMillis);
        }
        return moved;
    }

    private boolean takeFinishedWork() {
        long ticket = intake.writtenTicket();
        boolean moved = false;
        if (ticket > writtenTicket) {
            writtenTicket = ticket;
            step(new Input.Written(ticket));
            moved = true;
        }
        long index = intake.appliedIndex();
        if (index > appliedIndex) {
            appliedIndex = index;
            step(new Input.Applied(index));
            moved = true;
        }
        Optional<Input.SnapshotInstalled> installed = intake.takeInstalled();
        installed.ifPresent(this::step);
        return moved || installed.isPresent();
    }

    /**
     * While too much waits for the disk, messages stay in the inbox, which drops what does not fit: to the others this
     * member falls silent, and a leader that cannot write stops leading.
     */
    private boolean takeMessages() {
        for (int taken = 0; taken < MESSAGES_PER_TURN_MAX; taken++) {
            Optional<Input> received = writer.isCrowded() ? Optional.empty() : intake.takeMessage();
            if (received.isEmpty()) {
                return taken > 0;
            }
            step(received.get());
        }
        return true;
    }

    private boolean takeReads() {
        Optional<ReadId> question = reads.nextQuestion(nowMillis);
        question.ifPresent(id -> step(new Input.Read(id)));
        return question.isPresent();
    }

    private boolean takeWishes() {
        Optional<Wish> wish = intake.takeWish();
        wish.ifPresent(wanted -> {
            switch (wanted) {
                case Wish.SnapshotTaken taken -> step(new Input.SnapshotTaken(taken.last()));
                case Wish.HandOver handOver -> step(new Input.HandOver(handOver.to()));
                case Wish.ChangeMembership change -> change.answer().accept(changeMembership(change));
            }
        });
        return wish.isPresent();
    }

    private ProposalOutcome changeMembership(Wish.ChangeMembership change) {
        Configuration now = core.status(nowMillis).membership().configuration();
        return now.equals(change.from())
                ? step(new Input.ChangeMembership(change.target())).orElseThrow()
                : new ProposalOutcome.Refused("membership has changed meanwhile");
    }

    private void watchDisk(long busyMillis) {
        journal.diskBusy(busyMillis, nowMillis);
        pace.diskWatch().check(busyMillis);
        if (core.isLeader() && pace.diskWatch().wantsHandOver(busyMillis, nowMillis - handedOverAtMillis)) {
            handedOverAtMillis = nowMillis;
            step(new Input.HandOver(Optional.empty()));
        }
    }

    /** One entry from everything that waits; while disk and state machine are at the last ones, the next batch grows. */
    private boolean takeProposals() {
        if (core.isLeader() && isBusy()) {
            return false;
        }
        List<ProposalQueue.Waiting> batch = intake.takeBatch();
        if (batch.isEmpty()) {
            return false;
        }
        long wallClockMillis = pace.clock().wallClockMillis();
        ProposalOutcome outcome =
                step(new Input.Propose(wallClockMillis, Intake.payloads(batch))).orElseThrow();
        batch.forEach(proposal -> proposal.answer().accept(outcome));
        return true;
    }

    /** Nobody waits for long: entries are applied whatever is proposed. */
    private boolean isBusy() {
        long unapplied = core.unappliedEntries();
        return issuedTicket - writtenTicket >= pace.unsyncedBatchesMax()
                || unapplied >= pace.unappliedEntriesMax()
                || (unapplied > 0 && intake.proposalsWaiting() < pace.batchWorthwhile());
    }

    private Optional<ProposalOutcome> step(Input input) {
        Invariant.check(owner.filter(Thread.currentThread()::equals).isPresent(), "the core is stepped by a stranger");
        Effects effects = core.step(nowMillis, input);
        persist(effects);
        send(effects.sendNow());
        if (!effects.committed().isEmpty()) {
            applier.submit(effects.committed());
        }
        effects.reads().forEach(reads::answered);
        effects.snapshotWanted()
                .ifPresent(
                        wanted -> ports.snapshots().wanted(wanted.offeredBy(), wanted.last(), wanted.configuration()));
        for (var event : effects.events()) {
            journal.event(event, nowMillis);
        }
        return effects.outcome();
    }

    private void persist(Effects effects) {
        effects.write().ifPresent(write -> issuedTicket = write.ticket());
        if (effects.write().isPresent() || issuedTicket > writtenTicket) {
            if (effects.write().isPresent() || !effects.sendWhenWritten().isEmpty()) {
                writer.submit(new WriteJob(effects.write(), effects.sendWhenWritten()));
            }
        } else {
            send(effects.sendWhenWritten()); // everything issued is durable
        }
    }

    private void send(List<Outgoing> messages) {
        for (Outgoing outgoing : messages) {
            if (!fault.happened()) {
                ports.peers().send(outgoing.to(), outgoing.message());
            }
        }
    }
}
