package org.khazana.node.gateway;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.transaction.TransactionId;

/**
 * The submissions that this node is waiting for: one for each transaction, and not too many. Each is answered once: with
 * its receipt when its block is executed here, or earlier when the submission desk gives up.
 */
public final class WaitingSubmissions {
    static final int SUBMISSIONS_WAITING_MAX = 10_000;
    static final long SUBMITTED_BYTES_MAX = 64L << 20;

    private final Map<TransactionId, Submission> byId = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong executedHeight;
    private final Function<TransactionId, Optional<Receipt>> receipts;
    private final Executor answerers;

    /**
     * Nothing waits yet.
     *
     * @param executedHeight of this node at the start
     * @param receipts the receipt that stands for a transaction, as stored on this node
     * @param answerers tell the callers
     */
    public WaitingSubmissions(
            long executedHeight, Function<TransactionId, Optional<Receipt>> receipts, Executor answerers) {
        this.executedHeight = new AtomicLong(executedHeight);
        this.receipts = receipts;
        this.answerers = answerers;
    }

    /** Adds {@code submission}, or finds the one for the same transaction; empty when too much waits already. */
    Optional<Submission> addOrFind(Submission submission) {
        Submission before = byId.get(submission.id());
        if (before != null) {
            return Optional.of(before);
        }
        int size = submission.envelope().length;
        if (byId.size() >= SUBMISSIONS_WAITING_MAX || bytes.addAndGet(size) > SUBMITTED_BYTES_MAX) {
            bytes.addAndGet(-size);
            return Optional.empty();
        }
        Submission meanwhile = byId.putIfAbsent(submission.id(), submission);
        if (meanwhile != null) {
            bytes.addAndGet(-size);
            return Optional.of(meanwhile);
        }
        return Optional.of(submission);
    }

    /** A block was executed here and its receipts are in the store. Called for each block in order; does not block. */
    public void executed(BlockResult result) {
        for (Receipt receipt : result.receipts()) {
            remove(receipt.transactionId()).ifPresent(submission -> answer(submission, receipt));
        }
        executedHeight.set(result.height());
    }

    /** The state was exchanged for that after {@code height}: whatever it holds the receipt of was executed elsewhere. */
    public void jumpedTo(long height) {
        byId.values().forEach(this::endIfExecuted);
        executedHeight.set(height);
    }

    /** Every submission in a block of this height or below has been answered. */
    long executedHeight() {
        return executedHeight.get();
    }

    private void answer(Submission submission, Receipt receipt) {
        answerers.execute(() -> submission.tell(new SubmissionOutcome.Committed(standing(receipt))));
    }

    /** A receipt that decides nothing does not count when an earlier one of the same transaction does. */
    private Receipt standing(Receipt receipt) {
        return receipt.decidesRequest()
                ? receipt
                : receipts.apply(receipt.transactionId()).orElse(receipt);
    }

    void tellAccepted(Submission submission) {
        answerers.execute(submission::tellAccepted);
    }

    /** Ends a submission whose receipt is in the store already; false when there is none. */
    boolean endIfExecuted(Submission submission) {
        Optional<Receipt> receipt = receipts.apply(submission.id());
        receipt.ifPresent(found -> end(submission, new SubmissionOutcome.Committed(found)));
        return receipt.isPresent();
    }

    /** Ends a submission without waiting any longer; nothing happens when it was answered before. */
    void end(Submission submission, SubmissionOutcome outcome) {
        remove(submission.id()).ifPresent(found -> answerers.execute(() -> found.tell(outcome)));
    }

    /** Takes out the submission for a transaction, if any; exactly one caller gets it. */
    private Optional<Submission> remove(TransactionId id) {
        Optional<Submission> removed = Optional.ofNullable(byId.remove(id));
        removed.ifPresent(gone -> bytes.addAndGet(-gone.envelope().length));
        return removed;
    }

    boolean contains(TransactionId id) {
        return byId.containsKey(id);
    }

    /** All of them, in no order; may change during iteration. */
    Collection<Submission> all() {
        return byId.values();
    }
}
