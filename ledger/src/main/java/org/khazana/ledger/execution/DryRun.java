package org.khazana.ledger.execution;

import java.util.List;
import org.khazana.ledger.block.Moment;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.RememberedView;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.TransactionId;

/**
 * What a transaction would come to if it were the next one: decided by the same code as in a block, on a copy that is dropped.
 * Safe to use from several threads, if the verifier is.
 */
public final class DryRun {
    private final TransactionExecution transactions;

    public DryRun(ChainId chainId, SignatureVerifier verifier) {
        this.transactions = new TransactionExecution(chainId, verifier, EnvelopeMemory.NONE, Invariants::prove);
    }

    /**
     * What would become of it.
     *
     * @param refusals every rule that it would break; empty when it would be carried out
     * @param postings that it would make
     * @param legsLeftOut as in a receipt
     */
    public record Outcome(
            TransactionId id, List<Refusal> refusals, List<Posting> postings, List<Refusal.LegRefusal> legsLeftOut) {}

    /**
     * Judges an envelope.
     *
     * @param moment taken for that of the block
     */
    public Outcome run(byte[] envelope, LedgerView view, Moment moment) {
        TransactionExecution.Outcome outcome =
                transactions.execute(envelope, new LedgerOverlay(new RememberedView(view)), moment);
        return new Outcome(outcome.id(), outcome.refusals(), outcome.postings(), outcome.legsLeftOut());
    }
}
