package org.khazana.api.server;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.block.Moment;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.execution.BlockExecutor;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.execution.DryRun;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.TransactionId;

/** The real ledger behind the port, without agreement and without a disk: each submission is a block at once. */
final class LedgerInMemory implements LedgerGateway {
    private static final ChainId CHAIN = FakeGateway.CHAIN;

    private final InMemoryLedgerState state = new InMemoryLedgerState();
    private final BlockExecutor executor = new BlockExecutor(CHAIN, Ed25519.verifier());
    private final Map<TransactionId, Receipt> receipts = Collections.synchronizedMap(new TreeMap<>());
    private volatile long height;

    LedgerInMemory(List<Change> founding) {
        state.apply(founding);
    }

    @Override
    public ChainId chainId() {
        return CHAIN;
    }

    @Override
    public synchronized CompletionStage<SubmissionOutcome> submit(byte[] envelope, Wait wait) {
        BlockOrigin origin = new BlockOrigin(
                CHAIN, height + 1, 1, "a", System.currentTimeMillis(), FakeGateway.hashOf(1), FakeGateway.hashOf(2));
        Block block = BlockAssembly.assemble(origin, List.of(envelope));
        BlockResult result = executor.execute(block, state);
        result.changes().writeTo(state);
        height++;
        Receipt receipt = result.receipts().getFirst();
        boolean again = receipt.refusal()
                .filter(refusal -> refusal.code() == RefusalCode.DUPLICATE)
                .isPresent();
        Receipt first = again
                ? Optional.ofNullable(receipts.get(receipt.transactionId())).orElse(receipt)
                : receipt;
        receipts.put(first.transactionId(), first);
        return CompletableFuture.completedFuture(new SubmissionOutcome.Committed(first));
    }

    @Override
    public synchronized CompletionStage<Optional<Reading<DryRun.Outcome>>> check(byte[] envelope) {
        DryRun.Outcome outcome = new DryRun(CHAIN, Ed25519.verifier())
                .run(envelope, state, new Moment(1, 0, System.currentTimeMillis()));
        return CompletableFuture.completedStage(Optional.of(new Reading<>(height, outcome)));
    }

    @Override
    public CompletionStage<Freshness> freshness() {
        return CompletableFuture.completedStage(new Freshness.Fresh());
    }

    @Override
    public TransactionStatus transaction(TransactionId id) {
        return Optional.ofNullable(receipts.get(id))
                .<TransactionStatus>map(TransactionStatus.Executed::new)
                .orElseGet(TransactionStatus.NotKnown::new);
    }

    @Override
    public synchronized <T> Reading<T> read(Function<LedgerView, T> question) {
        return new Reading<>(height, question.apply(state));
    }

    @Override
    public Optional<BlockSummary> block(long height) {
        return Optional.empty();
    }

    @Override
    public long certifiedHeight() {
        return 42;
    }

    @Override
    public Optional<Certificate> certificateFrom(long height) {
        return Optional.empty();
    }

    @Override
    public Optional<Head> head(long height) {
        return Optional.empty();
    }

    @Override
    public long forgottenThrough() {
        return 0;
    }

    @Override
    public Optional<BlockSummary> latestBlock() {
        return Optional.empty();
    }

    @Override
    public ProofAnswer proof(TransactionId id) {
        return new ProofAnswer.NotKnown();
    }

    @Override
    public RegisterAnswer registerStatement(AssetCode asset, AsOf asOf) {
        return new RegisterAnswer.NotYet("nobody signs here");
    }

    @Override
    public BalanceAnswer balanceProof(AccountId account, AssetCode asset, OptionalLong height) {
        return new BalanceAnswer.NotCertified("nobody signs here");
    }

    @Override
    public SerialHistoryAnswer serialHistory(AssetCode asset, long serial) {
        return new SerialHistoryAnswer.NotCertified("nobody signs here");
    }

    @Override
    public List<byte[]> evidence() {
        return List.of();
    }

    @Override
    public ClusterStatus cluster() {
        return new ClusterStatus(
                CHAIN,
                "memory",
                "a",
                "LEADER",
                1,
                Optional.of("a"),
                height,
                height,
                height,
                height,
                0,
                true,
                List.of());
    }

    @Override
    public NodeHealth health() {
        return new NodeHealth(true, "in memory");
    }
}
