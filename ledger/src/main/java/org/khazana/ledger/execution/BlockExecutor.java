package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.receipt.Refusal;
import org.khazana.ledger.receipt.RefusalCode;
import org.khazana.ledger.state.Change;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.Transaction;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.TransactionCodec;

/**
 * Executes blocks: decides each transaction in order and hands out what changes. The same block on the same state gives
 * the same result, always and everywhere; whatever a block contains, there is one receipt for each envelope.
 */
public final class BlockExecutor {
    private final ChainId chainId;
    private final Authentication authentication;

    /**
     * An executor for one chain.
     *
     * @param verifier may remember results worked out earlier, as long as they are the right ones
     */
    public BlockExecutor(ChainId chainId, SignatureVerifier verifier) {
        this.chainId = chainId;
        this.authentication = new Authentication(verifier);
    }

    /**
     * Executes a block; nothing is written to {@code view}.
     *
     * @param view the state after the block's parent
     * @throws IllegalStateException if an invariant does not hold: a bug, after which the node must stop
     */
    public BlockResult execute(Block block, LedgerView view) {
        Invariant.check(block.header().chainId().equals(chainId), "a block of another chain was committed");
        LedgerOverlay ledger = new LedgerOverlay(view);
        RequestMemory.forgetExpired(ledger, block.header().timeMillis());
        List<Receipt> receipts = new ArrayList<>();
        for (byte[] envelope : block.envelopes()) {
            receipts.add(execute(envelope, ledger, new Place(block, receipts.size())));
        }
        block.membership().ifPresent(membership -> ledger.apply(new Change.MembershipPut(membership)));
        Conservation.prove(view, ledger);
        return new BlockResult(block.header().height(), receipts, ledger.changes());
    }

    private Receipt execute(byte[] envelope, LedgerOverlay ledger, Place place) {
        try {
            return execute(TransactionCodec.decode(chainId, envelope), ledger, place);
        } catch (MalformedTransaction malformed) {
            return place.refused(TransactionCodec.idOfMalformed(envelope), Refusal.of(malformed.code()));
        }
    }

    private Receipt execute(Transaction transaction, LedgerOverlay ledger, Place place) {
        return switch (authentication.authenticate(transaction, ledger, place.timeMillis())) {
            case Authentication.Outcome.Refused refused -> place.refused(transaction.id(), Refusal.of(refused.code()));
            case Authentication.Outcome.Established established -> {
                Optional<RefusalCode> repeated = RequestMemory.record(ledger, transaction, place.timeMillis());
                yield repeated.isPresent()
                        ? place.refused(transaction.id(), Refusal.of(repeated.get()))
                        : decide(transaction, established, ledger, place);
            }
        };
    }

    /** On an overlay of its own, which is dropped unless everything succeeded. */
    private static Receipt decide(
            Transaction transaction,
            Authentication.Outcome.Established established,
            LedgerOverlay ledger,
            Place place) {
        LedgerOverlay attempt = new LedgerOverlay(ledger);
        OperationExecution execution = new OperationExecution(attempt, established.signers(), place.timeMillis());
        Optional<Refusal> refusal = execution.execute(transaction.body().operation());
        if (refusal.isPresent()) {
            return place.refused(transaction.id(), refusal.get());
        }
        Conservation.prove(ledger, attempt, transaction.body().operation());
        attempt.changes().forEach(ledger::apply);
        return place.accepted(transaction.id(), execution.postings());
    }

    /** Where a transaction stands, which every receipt says. */
    private record Place(Block block, int position) {
        long timeMillis() {
            return block.header().timeMillis();
        }

        Receipt accepted(TransactionId id, List<Posting> postings) {
            return receipt(id, Optional.empty(), postings);
        }

        Receipt refused(TransactionId id, Refusal refusal) {
            return receipt(id, Optional.of(refusal), List.of());
        }

        private Receipt receipt(TransactionId id, Optional<Refusal> refusal, List<Posting> postings) {
            return new Receipt(id, block.header().height(), position, timeMillis(), refusal, postings);
        }
    }
}
