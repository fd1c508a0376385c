package org.khazana.node.snapshot;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.khazana.config.NodeConfig;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.ConfigurationHistory;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.port.LogReader;
import org.khazana.consensus.port.SnapshotFetcher;
import org.khazana.consensus.port.StateMachine;
import org.khazana.consensus.runtime.FaultHandler;
import org.khazana.consensus.runtime.RaftReplica;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.node.lifecycle.NodeThreads;
import org.khazana.node.transport.SnapshotAnswer;
import org.khazana.node.transport.SnapshotPeers;
import org.khazana.node.transport.SnapshotQuestion;
import org.khazana.storage.snapshot.SnapshotPaths;
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
    private final SnapshotTaking taking;
    private final SnapshotServing serving;
    private final SnapshotFetching fetching;

    /**
     * What the node has.
     *
     * @param founding the configuration that the genesis stands for
     */
    public record Own(
            ChainId chainId,
            Configuration founding,
            LedgerStore store,
            LogReader log,
            SnapshotPaths paths,
            NodeConfig.History history) {}

    /**
     * Nothing is taken or fetched yet.
     *
     * @param machine executes blocks
     * @param jumped told the height when the state was exchanged for a newer one, on the thread that applies blocks
     */
    public Snapshots(
            Own own,
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
        this.taking = new SnapshotTaking(
                machine,
                new SnapshotTaking.Holdings(own.chainId(), own.store(), own.log(), shelf),
                new SnapshotTaking.Habit(
                        own.history().snapshotEveryBlocks(), !own.history().archive()),
                preparer,
                System::nanoTime,
                this::tell);
        this.serving = new SnapshotServing(shelf, guarded(threads.snapshotServer()), preparer, out, System::nanoTime);
        this.fetching = new SnapshotFetching(
                new SnapshotFetching.Own(
                        own.chainId(), own.founding(), own.store(), own.log(), own.paths(), System::nanoTime),
                peers,
                in,
                guarded(threads.snapshotFetcher()),
                fetched -> replica.join().install(fetched),
                (last, configuration) -> installed(last, configuration, jumped));
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

    private void installed(EntryMetadata last, Configuration configuration, LongConsumer jumped) {
        if (own.history().archive()) {
            LOG.warn(
                    "this archive was away for so long that the others have forgotten the blocks it lacks: it does not"
                            + " hold the blocks up to {} any more; docs/operating.md, \"Archives\"",
                    last.index());
        }
        jumped.accept(last.index());
        taking.take(last, configuration);
    }

    /** The state machine for the replica. */
    public StateMachine machine() {
        return taking;
    }

    /**
     * Holds on to the state with which the node starts, so that it can be fetched here; empty for the founding state, and
     * while entries are lost: the log may hold others then than those that made the state.
     */
    public Optional<EntryMetadata> takeAtStart(HardState vote) {
        long height = own.store().appliedHeight();
        Optional<EntryMetadata> last = height == 0 || vote.isRecovering()
                ? Optional.empty()
                : own.log().metadata(height);
        last.ifPresent(
                found -> taking.take(found, new ConfigurationHistory(own.log().configurations()).at(height)));
        return last;
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
    }
}
