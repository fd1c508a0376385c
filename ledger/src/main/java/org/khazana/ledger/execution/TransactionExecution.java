package org.khazana.ledger.execution;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.block.Moment;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.Transaction;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.TransactionCodec;

/** Decides single transactions, whatever their bytes. */
final class TransactionExecution {
    private final ChainId chainId;
    private final Authentication authentication;

    TransactionExecution(ChainId chainId, SignatureVerifier verifier) {
        this.chainId = chainId;
        this.authentication = new Authentication(verifier);
    }

    /**
     * What became of it.
     *
     * @param refusals empty when it was carried out
     * @param postings in the order they were made; empty when refused
     */
    record Outcome(TransactionId id, List<Refusal> refusals, List<Posting> postings) {
        static Outcome refused(TransactionId id, RefusalCode code) {
            return new Outcome(id, List.of(Refusal.of(code)), List.of());
        }
    }

    /** Writes to {@code ledger} what a transaction in a block of that moment writes. */
    Outcome execute(byte[] envelope, LedgerOverlay ledger, Moment moment) {
        try {
            return execute(TransactionCodec.decode(chainId, envelope), ledger, moment);
        } catch (MalformedTransaction malformed) {
            return Outcome.refused(TransactionCodec.idOfMalformed(envelope), malformed.code());
        }
    }

    private Outcome execute(Transaction transaction, LedgerOverlay ledger, Moment moment) {
        return switch (authentication.authenticate(transaction, ledger, moment.timeMillis())) {
            case Authentication.Outcome.Refused refused -> Outcome.refused(transaction.id(), refused.code());
            case Authentication.Outcome.Established established -> {
                Optional<RefusalCode> repeated = RequestMemory.record(ledger, transaction, moment.timeMillis());
                yield repeated.isPresent()
                        ? Outcome.refused(transaction.id(), repeated.get())
                        : decide(transaction, established, ledger, moment);
            }
        };
    }

    /** On an overlay of its own, which is dropped unless everything succeeded. */
    private static Outcome decide(
            Transaction transaction,
            Authentication.Outcome.Established established,
            LedgerOverlay ledger,
            Moment moment) {
        LedgerOverlay attempt = new LedgerOverlay(ledger);
        OperationExecution execution =
                new OperationExecution(attempt, established.signers(), new Occasion(transaction.id(), moment));
        Findings findings = execution.execute(transaction.body().operation());
        if (!findings.areNone()) {
            return new Outcome(transaction.id(), findings.all(), List.of());
        }
        RecountUpkeep.follow(ledger, attempt);
        Invariants.prove(new Deed(
                ledger,
                attempt,
                transaction.body().operation(),
                established.signers().sender(),
                moment.timeMillis()));
        execution.changes().forEach(ledger::apply);
        return new Outcome(transaction.id(), List.of(), execution.postings());
    }
}
