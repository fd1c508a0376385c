package org.khazana.node.audit;

import static java.util.Objects.requireNonNull;
import static org.khazana.node.audit.AuditDoubted.require;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.execution.BlockExecutor;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.node.apply.BlockInspection;
import org.khazana.node.apply.BlockMachine;
import org.khazana.node.apply.KnownSignatures;
import org.khazana.node.apply.KnownTransactions;
import org.khazana.node.apply.ProposerCheck;
import org.khazana.node.apply.SignatureCrew;
import org.khazana.node.assembly.Chain;
import org.khazana.node.assembly.FoundingState;
import org.khazana.node.membership.AppointedKeys;
import org.khazana.node.membership.MembershipWatch;
import org.khazana.storage.snapshot.StateExport;
import org.khazana.storage.state.LedgerStore;
import org.khazana.storage.state.PinnedState;

/** Executes blocks from the genesis on, just as a validator does, into a state of its own. */
final class Replay implements AutoCloseable {
    private final Chain chain;
    private final LedgerStore store;
    private final MembershipWatch membership;
    private final BlockInspection inspection;
    private final BlockMachine machine;
    private final AtomicReference<Optional<Executed>> newest = new AtomicReference<>(Optional.empty());
    private final AtomicReference<EntryMetadata> last;
    private final AtomicLong transactions = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    /** What a block came to, and who signs that; without a block, what the genesis came to. */
    record Executed(Head head, ValidatorSet inForce, Optional<Block> block) {}

    /**
     * Stands at the genesis.
     *
     * @param folder empty, for the state
     * @param threads verify signatures
     */
    Replay(Chain chain, Path folder, Executor threads) {
        this.chain = chain;
        this.last = new AtomicReference<>(chain.genesisEntry());
        this.store = LedgerStore.open(folder);
        store.found(chain.id(), FoundingState.changes(chain.genesis()));
        this.membership = new MembershipWatch(store.view(), chain.founding());
        KnownSignatures signatures = new KnownSignatures(Ed25519.verifier());
        KnownTransactions known = new KnownTransactions(chain.id());
        SignatureCrew crew = new SignatureCrew(known, signatures, threads);
        AppointedKeys keys = new AppointedKeys(
                () -> store.view().newestValidators().epoch(),
                epoch -> store.view().validators(epoch));
        this.inspection = new BlockInspection(
                chain.id(), new ProposerCheck(store::appliedHeight, keys, signatures), (block, proposal) -> {});
        this.machine = new BlockMachine(
                new BlockExecutor(chain.id(), signatures, known),
                crew,
                store,
                membership,
                (block, head, inForce) -> newest.set(Optional.of(new Executed(head, inForce, Optional.of(block)))),
                this::count);
    }

    private void count(BlockResult result) {
        transactions.addAndGet(result.receipts().size());
        refused.addAndGet(result.receipts().stream()
                .filter(receipt -> !receipt.refusals().isEmpty())
                .count());
    }

    /** What the genesis alone comes to. */
    Executed founding() {
        return new Executed(store.newestHead(), store.view().newestValidators(), Optional.empty());
    }

    /** Executes the next block. */
    Executed execute(LogEntry entry) throws AuditDoubted {
        require(
                entry.follows(requireNonNull(last.get())),
                AuditDoubt.BLOCK_WRONG,
                "block " + entry.index() + " does not follow block "
                        + requireNonNull(last.get()).index());
        if (inspection.inspect(entry) instanceof BlockInspection.Finding.Wrong(String problem)) {
            throw new AuditDoubted(
                    AuditDoubt.BLOCK_WRONG,
                    "block " + entry.index() + " is not what its place in the log says: " + problem);
        }
        try {
            machine.apply(entry);
        } catch (IllegalStateException wrong) {
            throw new AuditDoubted(
                    AuditDoubt.BLOCK_NOT_EXECUTABLE,
                    "block " + entry.index() + " cannot be executed: " + wrong.getMessage());
        }
        last.set(entry.metadata());
        return requireNonNull(newest.get()).orElseThrow();
    }

    Head head() {
        return store.newestHead();
    }

    /** What a block came to that was executed here, or the genesis. */
    Optional<Head> head(long height) {
        return store.head(height);
    }

    /** The validators of an epoch that was reached. */
    Optional<ValidatorSet> validators(long epoch) {
        return store.view().validators(epoch);
    }

    long newestEpoch() {
        return store.view().newestValidators().epoch();
    }

    EntryMetadata last() {
        return requireNonNull(last.get());
    }

    long transactions() {
        return transactions.get();
    }

    long refused() {
        return refused.get();
    }

    /** What a snapshot of this moment says of itself. */
    StateExport.Origin origin() {
        return new StateExport.Origin(
                chain.id(), requireNonNull(last.get()), membership.roster().inForce());
    }

    /** The state of this moment; to be closed. */
    PinnedState rows() {
        return store.pin();
    }

    @Override
    public void close() {
        store.close();
    }
}
