package org.khazana.node.snapshot;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.khazana.config.NodeConfig;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.port.LogReader;
import org.khazana.consensus.port.SnapshotFetcher;
import org.khazana.consensus.port.StateMachine;
import org.khazana.consensus.runtime.FaultHandler;
import org.khazana.consensus.runtime.RaftReplica;
import org.khazana.ledger.proof.TestimonyVerifier;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.node.lifecycle.NodeThreads;
import org.khazana.node.transport.SnapshotAnswer;
import org.khazana.node.transport.SnapshotPeers;
import org.khazana.node.transport.SnapshotQuestion;
import org.khazana.storage.snapshot.KeptSnapshot;
import org.khazana.storage.snapshot.SnapshotManifest;
import org.khazana.storage.snapshot.SnapshotPaths;
import org.khazana.storage.snapshot.SnapshotVoucher;
import org.khazana.storage.state.LedgerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything about snapshots of one node: takes them, hands them out, and fetches one when the leader offers it. */
public final class Snapshots implements SnapshotFetcher, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final long TIDY_SECONDS = 10;
    private static final long MEBIBYTE = 1 << 20;

    private final Own own;
    private final SnapshotShelf shelf = new SnapshotShelf();
    private final CompletableFuture<RaftReplica> replica = new CompletableFuture<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final FaultHandler onFault;
    private final Keeping keeping;
    private final SnapshotTaking taking;
    private final SnapshotServing serving;
    private final SnapshotFetching fetching;

    /**
     * What the node has.
     *
     * @param founding the configuration that the genesis stands for
     * @param testimonies asks whether validators vouch for a head, and trusts the genesis only
     */
    public record Own(
            ChainId chainId,
            Configuration founding,
            TestimonyVerifier testimonies,
            LedgerStore store,
            LogReader log,
            SnapshotPaths paths,
            NodeConfig.History history) {}

    /**
     * What validators vouch for.
     *
     * @param height completes once everything up to that height is certified
     * @param vouchers what shows it for the state after the block of a height; empty if it cannot be shown
     */
    public record Certified(
            LongFunction<CompletionStage<Long>> height, LongFunction<Optional<SnapshotVoucher>> vouchers) {}

    /**
     * Nothing is taken or fetched yet.
     *
     * @param machine executes blocks
     * @param jumped told the height when the state was exchanged for a newer one, on the thread that applies blocks
     */
    public Snapshots(
            Own own,
            Certified certified,
            NodeThreads threads,
            SnapshotPeers peers,
            StateMachine machine,
            LongConsumer jumped,
            FaultHandler onFault) {
        this.own = own;
        this.onFault = onFault;
        Throttle out = throttle(own);
        Throttle in = throttle(own);
        Executor preparer = guarded(threads.snapshotPreparer());
        this.keeping = new Keeping(own.store(), own.paths());
        this.taking = new SnapshotTaking(
                machine,
                new SnapshotTaking.Holdings(own.chainId(), own.store(), own.log(), shelf, keeping),
                certified,
                new SnapshotTaking.Habit(
                        own.history().snapshotEveryBlocks(), !own.history().archive()),
                preparer,
                System::nanoTime,
                this::tell);
        this.serving = new SnapshotServing(shelf, guarded(threads.snapshotServer()), preparer, out, System::nanoTime);
        this.fetching = new SnapshotFetching(
                new SnapshotFetching.Own(
                        own.chainId(),
                        own.founding(),
                        own.testimonies(),
                        own.store(),
                        own.log(),
                        own.paths(),
                        System::nanoTime),
                peers,
                in,
                guarded(threads.snapshotFetcher()),
                new SnapshotFetching.Installing(
                        fetched -> replica.join().install(fetched),
                        keeping::whileExchanged,
                        (manifest, voucher) -> installed(manifest, voucher, jumped)));
        var ignored = threads.desk()
                .scheduleAtFixedRate(() -> shelf.tidy(System.nanoTime()), TIDY_SECONDS, TIDY_SECONDS, TimeUnit.SECONDS);
    }

    private static Throttle throttle(Own own) {
        return new Throttle(own.history().snapshotMebibytesPerSecond() * MEBIBYTE, System::nanoTime);
    }

    /** What is thrown there is a bug or a broken disk, unless the node is closing. */
    private Executor guarded(Executor threads) {
        return task -> threads.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException fault) {
                if (!closed.get()) {
                    onFault.fatal("taking or fetching a snapshot failed: " + fault.getMessage(), fault);
                }
            }
        });
    }

    /** The replica runs only after the node has begun to take snapshots. */
    private void tell(EntryMetadata taken) {
        var ignored = replica.thenAccept(running -> running.snapshotTaken(taken));
    }

    private void installed(SnapshotManifest manifest, SnapshotVoucher voucher, LongConsumer jumped) {
        if (own.history().archive()) {
            LOG.warn(
                    "this archive was away for so long that the others have forgotten the blocks it lacks: it does not"
                            + " hold the blocks up to {} any more; docs/operating.md, \"Archives\"",
                    manifest.height());
        }
        jumped.accept(manifest.height());
        taking.take(manifest.last(), manifest.configuration(), voucher);
    }

    /** The state machine for the replica. */
    public StateMachine machine() {
        return taking;
    }

    /**
     * Makes ready what can be fetched here right after a start: the snapshot that was kept. The state with which the node starts can be
     * as well once it is certified. Nothing is handed out while entries are lost: the log may hold others then than those that made the state.
     *
     * @return the last block of the kept snapshot
     */
    public Optional<EntryMetadata> takeAtStart(HardState vote) {
        long height = own.store().appliedHeight();
        if (height == 0 || vote.isRecovering()) {
            return Optional.empty();
        }
        Optional<KeptSnapshot> kept = keeping.open();
        kept.ifPresent(snapshot -> shelf.add(held(snapshot)));
        boolean isAsNew = kept.filter(snapshot -> snapshot.origin().last().index() == height)
                .isPresent();
        if (!isAsNew) {
            own.log().metadata(height).ifPresent(taking::take);
        }
        return kept.map(snapshot -> snapshot.origin().last());
    }

    private static HeldSnapshot held(KeptSnapshot kept) {
        HeldSnapshot held = new HeldSnapshot(kept, kept.origin(), System.nanoTime());
        held.vouch(kept.voucher());
        return held;
    }

    /** From now on the replica hears of snapshots. */
    public void started(RaftReplica running) {
        replica.complete(running);
    }

    @Override
    public void wanted(MemberId offeredBy, EntryMetadata last, Configuration configuration) {
        fetching.wanted(offeredBy, last, configuration);
    }

    /** Answers what a peer asks; does not block. */
    public void question(SnapshotQuestion question, Consumer<SnapshotAnswer> answer) {
        serving.question(question, answer);
    }

    /** Lets go of all states; before the store is closed. */
    @Override
    public void close() {
        closed.set(true);
        shelf.close();
        keeping.close();
    }
}
