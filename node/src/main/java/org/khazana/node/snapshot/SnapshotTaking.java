package org.khazana.node.snapshot;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.ConfigurationHistory;
import org.khazana.consensus.port.LogReader;
import org.khazana.consensus.port.StateMachine;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.storage.snapshot.SnapshotVoucher;
import org.khazana.storage.snapshot.StateExport;
import org.khazana.storage.state.LedgerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state machine, which also holds on to the state at every multiple of a height: the same heights on every validator,
 * so that one can take over from another in the middle of a transfer. Only states that validators vouch for are handed out, and
 * consensus hears of one, and forgets entries, only once such a state will be there also after a restart. So who lacks a block that
 * is not below a certified state gets it from the log, and can help to certify what comes of it.
 */
final class SnapshotTaking implements StateMachine {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotTaking.class);

    /** Compressed; a quarter of what a snapshot may hold. */
    private static final long LIVE_BYTES_MAX = 16L << 30;

    private final StateMachine machine;
    private final Holdings holdings;
    private final Snapshots.Certified certified;
    private final Habit habit;
    private final Executor preparer;
    private final LongSupplier nanos;
    private final Consumer<EntryMetadata> taken;

    /** Where the state comes from, and where it is kept for others. */
    record Holdings(ChainId chainId, LedgerStore store, LogReader log, SnapshotShelf shelf, Keeping keeping) {}

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
     * @param preparer runs what must not hold up the state machine, one after another
     * @param taken told the last block of a snapshot once blocks before it may be forgotten
     */
    SnapshotTaking(
            StateMachine machine,
            Holdings holdings,
            Snapshots.Certified certified,
            Habit habit,
            Executor preparer,
            LongSupplier nanos,
            Consumer<EntryMetadata> taken) {
        this.machine = machine;
        this.holdings = holdings;
        this.certified = certified;
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
            take(entry.metadata());
        }
    }

    /** Holds on to the state as it is, which is that after {@code last}; on the thread that applies, or before it runs. */
    void take(EntryMetadata last) {
        HeldSnapshot held = hold(last, configurationAt(last.index()));
        onceCertified(last.index(), () -> vouch(held));
    }

    /** The same for a state that was taken over with what vouches for it. */
    void take(EntryMetadata last, Configuration configuration, SnapshotVoucher voucher) {
        hold(last, configuration).vouch(voucher);
        holdings.shelf().tidy(nanos.getAsLong());
    }

    private HeldSnapshot hold(EntryMetadata last, Configuration configuration) {
        Invariant.check(
                holdings.store().appliedHeight() == last.index(),
                "a snapshot of block %s is taken of the state of block %s",
                last.index(),
                holdings.store().appliedHeight());
        StateExport.Origin origin = new StateExport.Origin(holdings.chainId(), last, configuration);
        HeldSnapshot held = new HeldSnapshot(holdings.store().pin(), origin, nanos.getAsLong());
        holdings.shelf().add(held);
        holdings.shelf().tidy(nanos.getAsLong());
        return held;
    }

    private Configuration configurationAt(long height) {
        return new ConfigurationHistory(holdings.log().configurations()).at(height);
    }

    private void onceCertified(long height, Runnable task) {
        var ignored = certified.height().apply(height).thenRun(() -> {
            try {
                preparer.execute(task);
            } catch (RejectedExecutionException e) {
                LOG.info("the snapshot of block {} comes too soon after others: no blocks are forgotten", height);
            }
        });
    }

    private void vouch(HeldSnapshot held) {
        Optional<SnapshotVoucher> voucher = certified.vouchers().apply(held.height());
        if (voucher.isEmpty()) {
            holdings.shelf().remove(held);
            return;
        }
        held.vouch(voucher.get());
        holdings.shelf().tidy(nanos.getAsLong());
        if (habit.letsForget()) {
            keepFor(held.last());
        }
    }

    /** Copies the state, which may be newer by now. The copy must be certified as well before it can stand for what is forgotten. */
    private void keepFor(EntryMetadata last) {
        if (holdings.store().liveBytes() > LIVE_BYTES_MAX) {
            LOG.error(
                    "the ledger state is so large that it may not fit into a snapshot; no more blocks are forgotten, so"
                            + " that others can still catch up");
            return;
        }
        holdings.keeping()
                .begin()
                .ifPresentOrElse(
                        head -> onceCertified(head.height(), () -> letForget(head, last)),
                        () -> LOG.info(
                                "the snapshot before that of block {} is not on disk yet: no blocks are forgotten",
                                last.index()));
    }

    private void letForget(Head kept, EntryMetadata last) {
        Optional<SnapshotVoucher> voucher = certified.vouchers().apply(kept.height());
        if (voucher.isEmpty()) {
            holdings.keeping().giveUp(kept);
            return;
        }
        StateExport.Origin origin = new StateExport.Origin(
                holdings.chainId(), blockOf(voucher.get().header()), configurationAt(kept.height()));
        if (holdings.keeping().finish(kept, origin, voucher.get())) {
            taken.accept(last);
        }
    }

    private static EntryMetadata blockOf(BlockHeader header) {
        return new EntryMetadata(
                new EntryId(new Term(header.term()), header.height()),
                header.timeMillis(),
                EntryHash.of(HeaderLayout.hash(header).toBytes()));
    }
}
