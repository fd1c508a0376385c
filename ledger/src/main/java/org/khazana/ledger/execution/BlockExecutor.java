package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.List;
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
    private final TransactionExecution transactions;

    /**
     * An executor for one chain.
     *
     * @param verifier may remember results worked out earlier, as long as they are the right ones
     */
    public BlockExecutor(ChainId chainId, SignatureVerifier verifier) {
        this.chainId = chainId;
        this.transactions = new TransactionExecution(chainId, verifier);
    }

    /**
     * Executes a block; nothing is written to {@code view}.
     *
     * @param view the state after the block's parent
     * @throws IllegalStateException if an invariant does not hold: a bug, after which the node must stop
     */
    public BlockResult execute(Block block, LedgerView view) {
        Invariant.check(block.header().chainId().equals(chainId), "a block of another chain was committed");
        int version = view.protocol().at(block.header().height());
        Invariant.check(
                version <= Protocol.KNOWN,
                "block %s is made by version %s of the protocol, which this release does not know: install a newer one",
                block.header().height(),
                version);
        LedgerView before = new RememberedView(view);
        LedgerOverlay ledger = new LedgerOverlay(before);
        RequestMemory.forgetExpired(ledger, block.header().timeMillis());
        List<Receipt> receipts = new ArrayList<>();
        for (byte[] envelope : block.envelopes()) {
            receipts.add(execute(envelope, ledger, block, receipts.size()));
        }
        block.membership().ifPresent(membership -> ledger.apply(Tables.MEMBERSHIP.put(membership)));
        Conservation.prove(before, ledger);
        return new BlockResult(block.header().height(), receipts, ledger.changes());
    }

    private Receipt execute(byte[] envelope, LedgerOverlay ledger, Block block, int position) {
        long timeMillis = block.header().timeMillis();
        TransactionExecution.Outcome outcome =
                transactions.execute(envelope, ledger, new Moment(block.header().height(), position, timeMillis));
        return new Receipt(
                outcome.id(), block.header().height(), position, timeMillis, outcome.refusals(), outcome.postings());
    }
}
