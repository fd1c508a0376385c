package org.khazana.node.gateway;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.khazana.api.port.LedgerGateway.Wait;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.consensus.log.EntryId;
import org.khazana.ledger.transaction.TransactionId;

/** One transaction on its way from this node into the chain. All who sent the same transaction share it. */
final class Submission {
    private final TransactionId id;
    private final byte[] envelope;
    private final long deadlineNanos;
    private final CompletableFuture<SubmissionOutcome> accepted = new CompletableFuture<>();
    private final CompletableFuture<SubmissionOutcome> executed = new CompletableFuture<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(new Stage.Seeking());
    private final AtomicBoolean maybeTaken = new AtomicBoolean();

    /** Where it stands. Changed by the submission desk's thread, and before that by the thread that made it. */
    sealed interface Stage {

        /** To be handed to the leader at the next opportunity. */
        record Seeking() implements Stage {}

        /** Handed over; the answer is on its way. */
        record Asked() implements Stage {}

        /** In a leader's log as this entry. */
        record Taken(EntryId entry) implements Stage {}
    }

    Submission(TransactionId id, byte[] envelope, long deadlineNanos) {
        this.id = id;
        this.envelope = envelope;
        this.deadlineNanos = deadlineNanos;
    }

    TransactionId id() {
        return id;
    }

    byte[] envelope() {
        return envelope;
    }

    boolean isOverdue(long nowNanos) {
        return nowNanos - deadlineNanos >= 0;
    }

    Stage stage() {
        return Objects.requireNonNull(stage.get());
    }

    void enter(Stage next) {
        stage.set(next);
    }

    /** From here on nobody can say that it was not taken. */
    void markMaybeTaken() {
        maybeTaken.set(true);
    }

    boolean isMaybeTaken() {
        return maybeTaken.get();
    }

    void tellAccepted() {
        accepted.complete(new SubmissionOutcome.Accepted(id));
    }

    void tell(SubmissionOutcome outcome) {
        accepted.complete(outcome);
        executed.complete(outcome);
    }

    /** For one of those who wait; cancelling it leaves the others alone. */
    CompletableFuture<SubmissionOutcome> outcome(Wait wait) {
        return switch (wait) {
            case NONE -> accepted.copy();
            case COMMITTED, CERTIFIED -> executed.copy();
        };
    }
}
