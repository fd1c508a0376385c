package org.khazana.ledger.receipt;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.transaction.TransactionId;

/**
 * The committed result of one transaction, the same on every validator.
 *
 * <p>At most one receipt of a transaction decides its request ({@link #decidesRequest}); it is the one that counts for
 * ever. Whoever keeps receipts by transaction id lets it replace any other, and keeps one that decides nothing only
 * while there is no other.
 *
 * @param position within the block, from 0
 * @param blockTimeMillis time of the block, milliseconds since 1970 UTC
 * @param refusals every rule that speaks against it, in the order in which the rules are asked; empty when the transaction was
 *     carried out
 * @param postings in the order they were made; empty when refused
 * @param legsLeftOut of a batch that was carried out, each leg on its own: every rule that a leg breaks which was left out, in order of
 *     legs; empty when refused
 */
public record Receipt(
        TransactionId transactionId,
        long height,
        int position,
        long blockTimeMillis,
        List<Refusal> refusals,
        List<Posting> postings,
        List<Refusal.LegRefusal> legsLeftOut) {
    /** Most refusals that are told of one transaction. */
    public static final int REFUSALS_MAX = 32;

    public Receipt {
        refusals = List.copyOf(refusals);
        postings = List.copyOf(postings);
        legsLeftOut = List.copyOf(legsLeftOut);
    }

    /** Of a transaction that stands or falls as a whole. */
    public Receipt(
            TransactionId transactionId,
            long height,
            int position,
            long blockTimeMillis,
            List<Refusal> refusals,
            List<Posting> postings) {
        this(transactionId, height, position, blockTimeMillis, refusals, postings, List.of());
    }

    /** The first rule that speaks against it. */
    public Optional<Refusal> refusal() {
        return refusals.stream().findFirst();
    }

    public boolean isAccepted() {
        return refusals.isEmpty();
    }

    /** Whether the sender was established and the request decided by this very receipt. */
    public boolean decidesRequest() {
        return refusals.stream().noneMatch(refusal -> refusal.code().leavesRequestOpen());
    }
}
