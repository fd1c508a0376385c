package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.Moment;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Protocol;
import org.khazana.ledger.state.RememberedView;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.transaction.ChainId;

/**
 * Executes blocks: decides each transaction in order and hands out what changes. The same block on the same state gives
 * the same result, always and everywhere; whatever a block contains, there is one receipt for each envelope.
 */
public final class BlockExecutor {
    private final ChainId chainId;
    private final int newestKnown;
    private final TransactionExecution transactions;

    /**
     * An executor for one chain, which reads every envelope itself.
     *
     * @param verifier may remember results worked out earlier, as long as they are the right ones
     */
    public BlockExecutor(ChainId chainId, SignatureVerifier verifier) {
        this(chainId, verifier, EnvelopeMemory.NONE);
    }

    /**
     * The same.
     *
     * @param memory of envelopes that need not be read again
     */
    public BlockExecutor(ChainId chainId, SignatureVerifier verifier, EnvelopeMemory memory) {
        this(chainId, verifier, memory, Invariants::prove, Protocol.KNOWN);
    }

    /** @param newestKnown version of the protocol, beyond which no block is executed */
    BlockExecutor(
            ChainId chainId,
            SignatureVerifier verifier,
            EnvelopeMemory memory,
            Consumer<Deed> invariants,
            int newestKnown) {
        this.chainId = chainId;
        this.newestKnown = newestKnown;
        this.transactions = new TransactionExecution(chainId, verifier, memory, invariants);
    }

    /**
     * Executes a block; nothing is written to {@code view}.
     *
     * @param view the state after the block's parent; asked for the same records many times, so what is slow to read should be a
     *     {@link RememberedView}
     * @throws IllegalStateException if the block as a whole cannot be right: a bug, after which the node must stop
     */
    public BlockResult execute(Block block, LedgerView view) {
        Invariant.check(block.header().chainId().equals(chainId), "a block of another chain was committed");
        int version = view.protocol().at(block.header().height());
        Invariant.check(
                version <= newestKnown,
                "block %s is made by version %s of the protocol, which this release does not know: install a newer one",
                block.header().height(),
                version);
        LedgerOverlay ledger = new LedgerOverlay(view);
        RequestMemory.forgetExpired(ledger, block.header().timeMillis());
        List<Receipt> receipts = new ArrayList<>();
        List<String> alarms = new ArrayList<>();
        for (byte[] envelope : block.envelopes()) {
            Moment moment = new Moment(
                    block.header().height(), receipts.size(), block.header().timeMillis());
            TransactionExecution.Outcome outcome = transactions.execute(envelope, ledger, moment);
            receipts.add(receipt(outcome, moment));
            outcome.alarm().ifPresent(alarms::add);
        }
        block.membership().ifPresent(membership -> ledger.apply(Tables.MEMBERSHIP.put(membership)));
        BlockProof.prove(view, ledger, block.header().timeMillis());
        return new BlockResult(
                block.header().height(), block.hash(), view.newestValidators().epoch(), receipts, ledger.net(), alarms);
    }

    private static Receipt receipt(TransactionExecution.Outcome outcome, Moment moment) {
        return new Receipt(
                outcome.id(),
                moment.height(),
                moment.position(),
                moment.timeMillis(),
                outcome.refusals(),
                outcome.postings(),
                outcome.legsLeftOut());
    }
}
