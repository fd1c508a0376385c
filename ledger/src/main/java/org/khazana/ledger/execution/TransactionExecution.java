package org.khazana.ledger.execution;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.khazana.ledger.InvariantBroken;
import org.khazana.ledger.block.Moment;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.rules.Involvement;
import org.khazana.ledger.state.AssetRecount;
import org.khazana.ledger.state.Halt;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.WorkTables;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.Transaction;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.ReadEnvelope;
import org.khazana.ledger.wire.TransactionCodec;

/** Decides single transactions, whatever their bytes. */
final class TransactionExecution {
    private final ChainId chainId;
    private final EnvelopeMemory memory;
    private final Authentication authentication;
    private final Consumer<Deed> invariants;

    /** @param invariants what proves that a deed has kept to the rules, or throws {@link InvariantBroken} */
    TransactionExecution(
            ChainId chainId, SignatureVerifier verifier, EnvelopeMemory memory, Consumer<Deed> invariants) {
        this.chainId = chainId;
        this.memory = memory;
        this.authentication = new Authentication(verifier);
        this.invariants = invariants;
    }

    /**
     * What became of it.
     *
     * @param refusals empty when it was carried out
     * @param postings in the order they were made; empty when refused
     * @param legsLeftOut why legs of a batch whose legs stand each on its own were left out; empty when refused
     * @param alarm what is wrong with the ledger itself, for people
     */
    record Outcome(
            TransactionId id,
            List<Refusal> refusals,
            List<Posting> postings,
            List<Refusal.LegRefusal> legsLeftOut,
            Optional<String> alarm) {
        static Outcome refused(TransactionId id, RefusalCode code) {
            return refused(id, List.of(Refusal.of(code)), Optional.empty());
        }

        static Outcome refused(TransactionId id, List<Refusal> refusals, Optional<String> alarm) {
            return new Outcome(id, refusals, List.of(), List.of(), alarm);
        }
    }

    /** Writes to {@code ledger} what a transaction in a block of that moment writes. */
    Outcome execute(byte[] envelope, LedgerOverlay ledger, Moment moment) {
        try {
            return execute(read(envelope), ledger, moment);
        } catch (MalformedTransaction malformed) {
            return Outcome.refused(TransactionCodec.idOfMalformed(envelope), malformed.code());
        }
    }

    private Transaction read(byte[] envelope) throws MalformedTransaction {
        Optional<ReadEnvelope> before = memory.find(envelope);
        return before.isPresent() && before.get().isOf(chainId, envelope)
                ? before.get().transaction()
                : TransactionCodec.decode(chainId, envelope);
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

    /**
     * A bug must neither write anything nor stop every validator at the same transaction for ever: its effects are dropped, and all
     * business stops until people have looked at it. Whatever else goes wrong, such as reading the state, ends the process.
     */
    private Outcome decide(
            Transaction transaction,
            Authentication.Outcome.Established established,
            LedgerOverlay ledger,
            Moment moment) {
        try {
            return attempt(transaction, established, ledger, moment);
        } catch (InvariantBroken | ArithmeticException bug) {
            if (ledger.halt().isEmpty()) {
                ledger.apply(Tables.HALT.put(new Halt(
                        Optional.empty(),
                        broken(bug) + " by transaction " + moment.position() + " of block " + moment.height(),
                        moment.timeMillis())));
            }
            return Outcome.refused(
                    transaction.id(),
                    List.of(Refusal.of(RefusalCode.INVARIANT_BROKEN)),
                    Optional.of("transaction " + transaction.id() + ", block " + moment.height() + ": "
                            + bug.getMessage()));
        }
    }

    /** Says the number only, as what stands in the state must be short, and the same on all validators. */
    private static String broken(RuntimeException bug) {
        return bug instanceof InvariantBroken broken ? broken.invariant() + " broken" : "arithmetic overflow";
    }

    /** On an overlay of its own, which is dropped unless everything succeeded. */
    private Outcome attempt(
            Transaction transaction,
            Authentication.Outcome.Established established,
            LedgerOverlay ledger,
            Moment moment) {
        LedgerOverlay attempt = new LedgerOverlay(ledger);
        OperationExecution execution =
                new OperationExecution(attempt, established.signers(), new Occasion(transaction.id(), moment));
        Findings findings = execution.execute(transaction.body().operation());
        if (findings.areNone()) {
            // As things stood when they signed: an operation may take from one of them what gave it a say.
            Circumstances before = new Circumstances(ledger, established.signers(), moment);
            Involvement.judge(transaction.body().operation(), before, findings);
        }
        if (!findings.areNone()) {
            return Outcome.refused(transaction.id(), findings.all(), Optional.empty());
        }
        List<PositionChange> positions = PositionChange.between(ledger, attempt);
        RecountUpkeep.follow(ledger, attempt, positions);
        invariants.accept(new Deed(
                ledger,
                attempt,
                positions,
                transaction.body().operation(),
                findings.legsLeftOut(),
                established.signers().sender(),
                moment.timeMillis()));
        execution.writeBelow();
        return new Outcome(transaction.id(), List.of(), execution.postings(), findings.legsLeftOut(), alarm(attempt));
    }

    /** A recount that does not add up is carried out like any other; but people must look at what it has found. */
    private static Optional<String> alarm(LedgerOverlay attempt) {
        return attempt.changed(WorkTables.RECOUNTS).values().stream()
                .flatMap(Optional::stream)
                .filter(recount -> recount.status() == AssetRecount.Status.MISMATCH)
                .map(AssetRecount::toString)
                .findFirst();
    }
}
