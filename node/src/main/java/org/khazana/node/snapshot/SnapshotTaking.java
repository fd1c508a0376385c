package org.khazana.node.snapshot;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.ConfigurationHistory;
import org.khazana.consensus.port.LogReader;
import org.khazana.consensus.port.StateMachine;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.storage.snapshot.StateExport;
import org.khazana.storage.state.LedgerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state machine, which also holds on to the state at every multiple of a height: the same heights on every validator,
 * so that one can take over from another in the middle of a transfer. Consensus hears of a snapshot, and forgets entries,
 * only once the state on disk is as new.
 */
final class SnapshotTaking implements StateMachine {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotTaking.class);

    /** Compressed; a quarter of what a snapshot may hold. */
    private static final long LIVE_BYTES_MAX = 16L << 30;

    private final StateMachine machine;
    private final Holdings holdings;
    private final Habit habit;
    private final Executor preparer;
    private final LongSupplier nanos;
    private final Consumer<EntryMetadata> taken;

    /** Where the state comes from, and where it is kept for others. */
    record Holdings(ChainId chainId, LedgerStore store, LogReader log, SnapshotShelf shelf) {}

    /**
     * When snapshots are taken and what for.
     *
     * @param everyBlocks at every multiple of this height
     * @param letsForget whether blocks may be forgotten then
     */
    record Habit(int everyBlocks, boolean letsForget) {}

    /**
     * Takes snapshots of the state of {@code machine}.
     *
     * @param preparer runs what must not hold up the state machine
     * @param taken told the last block of a snapshot once blocks before it may be forgotten
     */
    SnapshotTaking(
            StateMachine machine,
            Holdings holdings,
            Habit habit,
            Executor preparer,
            LongSupplier nanos,
            Consumer<EntryMetadata> taken) {
        this.machine = machine;
        this.holdings = holdings;
        this.habit = habit;
        this.preparer = preparer;
        this.nanos = nanos;
        this.taken = taken;
    }

    @Override
    public long appliedIndex() {
        return machine.appliedIndex();
    }

    @Override
    public void apply(LogEntry entry) {
        machine.apply(entry);
        if (entry.index() % habit.everyBlocks() == 0) {
            Configuration configuration =
                    new ConfigurationHistory(holdings.log().configurations()).at(entry.index());
            take(entry.metadata(), configuration);
        }
    }

    /** Holds on to the state as it is, which is that after {@code last}; on the thread that applies, or before it runs. */
    void take(EntryMetadata last, Configuration configuration) {
        Invariant.check(
                holdings.store().appliedHeight() == last.index(),
                "a snapshot of block %s is taken of the state of block %s",
                last.index(),
                holdings.store().appliedHeight());
        StateExport.Origin origin = new StateExport.Origin(holdings.chainId(), last, configuration);
        holdings.shelf().add(new HeldSnapshot(holdings.store().pin(), origin, nanos.getAsLong()));
        holdings.shelf().tidy(nanos.getAsLong());
        if (habit.letsForget()) {
            try {
                preparer.execute(() -> letForget(last));
            } catch (RejectedExecutionException e) {
                LOG.info("the snapshot of block {} comes too soon after others: no blocks are forgotten", last.index());
            }
        }
    }

    private void letForget(EntryMetadata last) {
        if (holdings.store().liveBytes() > LIVE_BYTES_MAX) {
            LOG.error(
                    "the ledger state is so large that it may not fit into a snapshot; no more blocks are forgotten, so"
                            + " that others can still catch up");
            return;
        }
        holdings.store().flush();
        taken.accept(last);
    }
}
