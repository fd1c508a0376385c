package org.khazana.node.gateway;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.khazana.api.port.LedgerGateway.Reading;
import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.block.Moment;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.execution.Admission;
import org.khazana.ledger.execution.DryRun;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.rules.SystemRules;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.Transaction;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.ReadEnvelope;
import org.khazana.node.apply.KnownTransactions;
import org.khazana.storage.state.LedgerSnapshot;
import org.khazana.storage.state.LedgerStore;

/** Judges an envelope before it goes any further: what can be refused now is refused now, and costs no block space. */
public final class SubmissionCheck {
    /** What the refusal's own title, which the HTTP interface adds, does not say. */
    private static final String NOT_TAKEN = "refused before it entered the chain; nothing changed";

    private final KnownTransactions known;
    private final Admission admission;
    private final DryRun dryRun;
    private final LedgerStore store;
    private final LongSupplier certifiedHeight;
    private final LongSupplier wallClockMillis;

    /**
     * Judges for one chain, by the newest state.
     *
     * @param known is told of what is admitted
     * @param verifier of signatures; for several threads
     * @param certifiedHeight up to where everything is certified
     */
    public SubmissionCheck(
            ChainId chainId,
            KnownTransactions known,
            SignatureVerifier verifier,
            LedgerStore store,
            LongSupplier certifiedHeight,
            LongSupplier wallClockMillis) {
        this.known = known;
        this.admission = new Admission(verifier);
        this.dryRun = new DryRun(chainId, verifier);
        this.store = store;
        this.certifiedHeight = certifiedHeight;
        this.wallClockMillis = wallClockMillis;
    }

    /** What becomes of an envelope. */
    sealed interface Verdict {
        record Admitted(TransactionId id) implements Verdict {}

        record ExecutedBefore(Receipt receipt) implements Verdict {}

        record Refused(RefusalCode code, String detail) implements Verdict {}

        /** Too many blocks wait for a certificate. */
        record NotNow() implements Verdict {}
    }

    /** Verifies signatures, so it takes a while. */
    Verdict judge(byte[] envelope) {
        try {
            ReadEnvelope read = known.read(envelope);
            Transaction transaction = read.transaction();
            return store.read(state -> {
                Optional<Receipt> receipt = state.receipt(transaction.id());
                if (receipt.isPresent()) {
                    return new Verdict.ExecutedBefore(receipt.get());
                }
                return admission
                        .check(transaction, state, wallClockMillis.getAsLong())
                        .map(SubmissionCheck::refused)
                        .orElseGet(() -> isTakenNow(transaction, state) ? admitted(read) : new Verdict.NotNow());
            });
        } catch (MalformedTransaction e) {
            return new Verdict.Refused(e.code(), String.valueOf(e.getMessage()));
        }
    }

    private Verdict admitted(ReadEnvelope read) {
        known.remember(read);
        return new Verdict.Admitted(read.transaction().id());
    }

    /**
     * Business stops rather than go on for long without anybody vouching for it. What puts the system in order is taken all the same, or nobody could
     * replace the validators that do not sign.
     */
    private boolean isTakenNow(Transaction transaction, LedgerSnapshot state) {
        long waitingMax = state.figure(Parameter.UNCERTIFIED_BLOCKS_MAX);
        return waitingMax == 0
                || state.height() - certifiedHeight.getAsLong() <= waitingMax
                || SystemRules.goesOnWhileHalted(transaction.body().operation());
    }

    /** What an envelope would come to in the next block; verifies signatures, so it takes a while. */
    Reading<DryRun.Outcome> dryRun(byte[] envelope) {
        return store.read(state -> {
            Moment next = new Moment(state.height() + 1, 0, wallClockMillis.getAsLong());
            return new Reading<>(state.height(), dryRun.run(envelope, state, next));
        });
    }

    private static Verdict refused(Refusal refusal) {
        return new Verdict.Refused(refusal.code(), NOT_TAKEN);
    }
}
