package org.khazana.consensus.runtime;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.port.FetchedSnapshot;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.ProposalOutcome;

/** Everything that waits for the loop. Other threads put in and ring; only the loop takes out. */
final class Intake {
    private static final int WISHES_MAX = 64;

    private final ReplicaLimits limits;
    private final MessageInbox inbox;
    private final ProposalQueue proposals;
    private final ReadDesk reads;
    private final BlockingQueue<Wish> wishes = new ArrayBlockingQueue<>(WISHES_MAX);
    private final Doorbell doorbell = new Doorbell();
    private final AtomicLong writtenTicket = new AtomicLong();
    private final AtomicLong appliedIndex = new AtomicLong();
    private final AtomicReference<Optional<Input.SnapshotInstalled>> installed =
            new AtomicReference<>(Optional.empty());

    Intake(ReplicaLimits limits, ReadDesk reads) {
        this.limits = limits;
        this.reads = reads;
        this.inbox = new MessageInbox(limits.inboxMax(), limits.inboxBytesMax());
        this.proposals = new ProposalQueue(limits.proposalsWaitingMax(), limits.proposalsWaitingBytesMax());
    }

    // ---- from other threads

    void message(MemberId from, Message message) {
        inbox.offer(from, message);
        doorbell.ring();
    }

    void disconnected(MemberId from) {
        inbox.offerEnd(from);
        doorbell.ring();
    }

    boolean proposal(ProposalQueue.Waiting proposal) {
        boolean accepted = proposals.offer(proposal);
        doorbell.ring();
        return accepted;
    }

    boolean read(Consumer<ReadAnswer> reader) {
        boolean accepted = reads.offer(reader);
        doorbell.ring();
        return accepted;
    }

    boolean wish(Wish wish) {
        boolean accepted = wishes.offer(wish);
        doorbell.ring();
        return accepted;
    }

    void written(long ticket) {
        writtenTicket.set(ticket);
        doorbell.ring();
    }

    void applied(long index) {
        appliedIndex.set(index);
        doorbell.ring();
    }

    /** One not yet taken is older, and stands for nothing that this one does not. */
    void installed(FetchedSnapshot snapshot) {
        installed.set(Optional.of(new Input.SnapshotInstalled(snapshot.last(), snapshot.configuration())));
        doorbell.ring();
    }

    void ring() {
        doorbell.ring();
    }

    /** Answers everybody who still waits to be taken in; any thread. */
    void refuseAll(ProposalOutcome outcome) {
        proposals.answerAll(outcome);
        reads.refuseWaiting();
        Wish wish = wishes.poll();
        while (wish != null) {
            if (wish instanceof Wish.ChangeMembership change) {
                change.answer().accept(outcome);
            }
            wish = wishes.poll();
        }
    }

    // ---- for the loop

    void awaitMillis(long millis) {
        doorbell.awaitMillis(millis);
    }

    long writtenTicket() {
        return writtenTicket.get();
    }

    long appliedIndex() {
        return appliedIndex.get();
    }

    Optional<Input.SnapshotInstalled> takeInstalled() {
        return Objects.requireNonNull(installed.getAndSet(Optional.empty()));
    }

    Optional<Input> takeMessage() {
        return inbox.poll();
    }

    Optional<Wish> takeWish() {
        return Optional.ofNullable(wishes.poll());
    }

    long takeDroppedCount() {
        return inbox.takeDroppedCount();
    }

    int proposalsWaiting() {
        return proposals.size();
    }

    /** As many proposals as one entry may hold, possibly none. */
    List<ProposalQueue.Waiting> takeBatch() {
        return proposals.isEmpty() ? List.of() : proposals.takeBatch(limits.batchMax(), limits.batchBytesMax());
    }

    static List<Payload> payloads(List<ProposalQueue.Waiting> batch) {
        return batch.stream().map(ProposalQueue.Waiting::payload).toList();
    }
}
