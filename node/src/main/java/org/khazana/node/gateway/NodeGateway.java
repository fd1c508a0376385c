package org.khazana.node.gateway;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.khazana.api.port.AsOf;
import org.khazana.api.port.BalanceAnswer;
import org.khazana.api.port.BlockSummary;
import org.khazana.api.port.ClusterStatus;
import org.khazana.api.port.Freshness;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.port.NodeHealth;
import org.khazana.api.port.ProofAnswer;
import org.khazana.api.port.RegisterAnswer;
import org.khazana.api.port.SerialHistoryAnswer;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.api.port.TransactionStatus;
import org.khazana.ledger.execution.DryRun;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.storage.state.LedgerStore;

/** This node as its HTTP interface sees it. */
public final class NodeGateway implements LedgerGateway {
    private static final int RETRY_AFTER_SECONDS = 1;
    /** After which a caller is told that its transaction is committed, though not certified. */
    private static final int CERTIFICATE_SECONDS_MAX = 5;

    private final ChainId chainId;
    private final SubmissionCheck check;
    private final SubmissionDesk desk;
    private final Executor checkers;
    private final LedgerStore store;
    private final ReadBarrier barrier;
    private final BlockArchive blocks;
    private final ProofMaker proofs;
    private final HistoryMaker histories;
    private final CertifiedHeights certified;
    private final ClusterView view;

    /**
     * Puts the parts together.
     *
     * @param checkers run the checks of submissions; may refuse
     */
    public NodeGateway(
            ChainId chainId,
            SubmissionCheck check,
            SubmissionDesk desk,
            Executor checkers,
            LedgerStore store,
            ReadBarrier barrier,
            BlockArchive blocks,
            CertifiedHeights certified,
            ClusterView view) {
        this.chainId = chainId;
        this.check = check;
        this.desk = desk;
        this.checkers = checkers;
        this.store = store;
        this.barrier = barrier;
        this.blocks = blocks;
        this.proofs = new ProofMaker(store, blocks::whole);
        this.histories = new HistoryMaker(store, proofs);
        this.certified = certified;
        this.view = view;
    }

    @Override
    public ChainId chainId() {
        return chainId;
    }

    @Override
    public CompletionStage<SubmissionOutcome> submit(byte[] envelope, Wait wait) {
        try {
            return CompletableFuture.supplyAsync(() -> checkAndHandOver(envelope, wait), checkers)
                    .thenCompose(Function.identity());
        } catch (RejectedExecutionException e) {
            return overloaded();
        }
    }

    private CompletionStage<SubmissionOutcome> checkAndHandOver(byte[] envelope, Wait wait) {
        return switch (check.judge(envelope)) {
            case SubmissionCheck.Verdict.Refused refused ->
                done(new SubmissionOutcome.Refused(refused.code(), refused.detail()));
            case SubmissionCheck.Verdict.ExecutedBefore before ->
                onceCertified(new SubmissionOutcome.Committed(before.receipt()), wait);
            case SubmissionCheck.Verdict.NotNow notNow ->
                done(new SubmissionOutcome.CertificatesBehind(RETRY_AFTER_SECONDS));
            case SubmissionCheck.Verdict.Admitted admitted ->
                desk.take(admitted.id(), envelope)
                        .<CompletionStage<SubmissionOutcome>>map(submission ->
                                submission.outcome(wait).thenCompose(outcome -> onceCertified(outcome, wait)))
                        .orElseGet(NodeGateway::overloaded);
        };
    }

    @Override
    public CompletionStage<Optional<Reading<DryRun.Outcome>>> check(byte[] envelope) {
        try {
            return CompletableFuture.supplyAsync(() -> Optional.of(check.dryRun(envelope)), checkers);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedStage(Optional.empty());
        }
    }

    private CompletionStage<SubmissionOutcome> onceCertified(SubmissionOutcome outcome, Wait wait) {
        if (wait != Wait.CERTIFIED || !(outcome instanceof SubmissionOutcome.Committed(Receipt receipt))) {
            return done(outcome);
        }
        return certified
                .await(receipt.height())
                .thenApply(reached -> outcome)
                .toCompletableFuture()
                .completeOnTimeout(
                        new SubmissionOutcome.NotYetCertified(receipt), CERTIFICATE_SECONDS_MAX, TimeUnit.SECONDS);
    }

    private static CompletionStage<SubmissionOutcome> overloaded() {
        return done(new SubmissionOutcome.Overloaded(RETRY_AFTER_SECONDS));
    }

    private static CompletionStage<SubmissionOutcome> done(SubmissionOutcome outcome) {
        return CompletableFuture.completedStage(outcome);
    }

    @Override
    public CompletionStage<Freshness> freshness() {
        return barrier.freshness();
    }

    @Override
    public TransactionStatus transaction(TransactionId id) {
        boolean pending = desk.isWaitingFor(id); // asked first: it may be executed in between, never the other way
        return store.read(state -> state.receipt(id))
                .<TransactionStatus>map(TransactionStatus.Executed::new)
                .orElseGet(() -> pending ? new TransactionStatus.Pending() : new TransactionStatus.NotKnown());
    }

    @Override
    public <T> Reading<T> read(Function<LedgerView, T> question) {
        return store.read(state -> new Reading<>(state.height(), question.apply(state)));
    }

    @Override
    public Optional<BlockSummary> block(long height) {
        return blocks.block(height);
    }

    @Override
    public long certifiedHeight() {
        return certified.height();
    }

    @Override
    public Optional<Certificate> certificateFrom(long height) {
        return store.certificateFrom(height);
    }

    @Override
    public ProofAnswer proof(TransactionId id) {
        return switch (transaction(id)) {
            case TransactionStatus.Executed(Receipt receipt) -> proofs.of(receipt);
            case TransactionStatus.Pending pending ->
                new ProofAnswer.NotCertified("this node has handed it over, and has not executed it yet");
            case TransactionStatus.NotKnown notKnown -> new ProofAnswer.NotKnown();
        };
    }

    @Override
    public RegisterAnswer registerStatement(AssetCode asset, AsOf asOf) {
        return proofs.of(asset, asOf);
    }

    @Override
    public SerialHistoryAnswer serialHistory(AssetCode asset, long serial) {
        return histories.of(asset, serial);
    }

    @Override
    public BalanceAnswer balanceProof(AccountId account, AssetCode asset, OptionalLong height) {
        return proofs.of(account, asset, height);
    }

    @Override
    public List<byte[]> evidence() {
        return store.evidence();
    }

    @Override
    public Optional<Head> head(long height) {
        return store.head(height);
    }

    @Override
    public long forgottenThrough() {
        return blocks.forgottenThrough();
    }

    @Override
    public Optional<BlockSummary> latestBlock() {
        return blocks.latest();
    }

    @Override
    public ClusterStatus cluster() {
        return view.cluster();
    }

    @Override
    public NodeHealth health() {
        return view.health();
    }
}
