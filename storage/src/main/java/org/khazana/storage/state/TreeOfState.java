package org.khazana.storage.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.state.RegisterKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.PageReads;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.statetree.StateTree;
import org.khazana.ledger.statetree.TreeUpdate;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.TableWrites;
import org.khazana.ledger.time.BusinessTime;
import org.khazana.storage.rocksdb.RocksStore;
import org.khazana.storage.rocksdb.RowsRead;
import org.khazana.storage.schema.StoreTables;
import org.khazana.storage.schema.StoredHeads;

/**
 * The state tree as it follows the blocks. With each block what it has changed is written; the pages of the tree wait in memory, and are
 * written for many blocks at once. For the one thread that applies blocks, but for {@link #root}.
 */
final class TreeOfState {
    /** The pages that so many checkpoints have written stay in memory, and for a while as many again. */
    private static final int CHECKPOINTS_IN_MEMORY = 1;

    private final RocksStore rocks;
    private final TreesKept kept;
    private final DateEnds ends;
    private final TreeForgetting forgetting;
    private final PageReads pages;
    private final RecentTrees recent = new RecentTrees();
    private final AtomicReference<StateRoot> newest = new AtomicReference<>(StateRoot.NONE);
    private final AtomicReference<OpenInterval> interval = new AtomicReference<>(OpenInterval.from(-1));
    /** The last ones. */
    private final Deque<Long> checkpoints = new ArrayDeque<>();

    private TreeOfState(RocksStore rocks, TreesKept kept) {
        this.rocks = rocks;
        this.kept = kept;
        this.ends = new DateEnds(kept.businessDates(), rocks.newest());
        this.forgetting = new TreeForgetting(ends);
        this.pages = new StoredTree(rocks.newest());
    }

    /** The tree as it stands. */
    static TreeOfState open(RocksStore rocks, TreesKept kept) {
        TreeOfState tree = new TreeOfState(rocks, kept);
        TableReads reads = rocks.newest();
        StoreTables.newestHead(reads).ifPresent(head -> tree.resume(head.height(), reads));
        return tree;
    }

    /** Makes in memory again what was there. */
    private void resume(long height, TableReads reads) {
        TreeCheckpoint checkpoint = TreeCheckpoint.newestUpTo(height, reads)
                .orElseThrow(() -> new IllegalStateException("the ledger state has no tree"));
        newest.set(checkpoint.root());
        interval.set(OpenInterval.from(checkpoint.height()));
        recent.add(checkpoint.height(), checkpoint.root());
        TreeChanges.forEach(checkpoint.height() + 1, reads, next -> changes -> {
            TreeUpdate update = StateTree.update(pages, root(), next, changes.entries());
            newest.set(update.root());
            interval.set(interval().and(update, changes.entries().size()));
            recent.add(next, update.root());
            return true;
        });
        Invariant.check(
                StoredHeads.head(height, reads)
                        .filter(head -> head.stateRoot().equals(root().hash()))
                        .isPresent(),
                "the state tree after block %s is not the one that its head names",
                height);
    }

    private StateRoot root() {
        return Objects.requireNonNull(newest.get());
    }

    private OpenInterval interval() {
        return Objects.requireNonNull(interval.get());
    }

    /**
     * Where the tree after a block begins, with what of it is not on disk; empty if it is not here, or not any more. Any thread.
     *
     * @param reads of one moment; of a block that was applied after it there is no tree, for its records are not there either
     */
    Optional<StateRoot> root(long height, TableReads reads) {
        return StoredHeads.head(height, reads)
                .flatMap(head -> recent.root(height).or(() -> new EarlierTrees(reads).root(head)));
    }

    /** What a block does to the tree; nothing is written yet. */
    TreeStep step(long height, NetChanges changes) {
        ChangedRecords changed = ChangedRecords.of(changes);
        return new TreeStep(StateTree.update(pages, root(), height, changed.entries()), changed);
    }

    /**
     * Writes the step with the head that came of it, after the records themselves were written. Anything thrown must stop the node.
     *
     * @param read rows as they are before the block
     */
    void write(TreeStep step, Head head, RowsRead read, TableWrites writes) {
        TreeUpdate update = step.update();
        new TreeWriting(writes)
                .write(update, step.changed(), row -> read.find(row).or(() -> rocks.row(row)));
        StoredHeads.write(head, writes);
        endDate(head.height() - 1, writes);
        interval.set(interval().and(update, step.changed().entries().size()));
        if (kept.isTime(interval().blocks(), interval().changes()) || head.height() == 0) {
            checkpoint(head.height(), update.root(), writes);
        }
        forgetting.forgetBelow(head.height() - kept.heights(), rocks.newest(), writes);
    }

    /** Keeps the tree before the block for long if a business date ended with it. */
    private void endDate(long height, TableWrites writes) {
        Optional<Integer> date = date(rocks.newest().get(Tables.BUSINESS_TIME, RegisterKey.BUSINESS_TIME));
        Optional<Integer> next = date(writes.get(Tables.BUSINESS_TIME, RegisterKey.BUSINESS_TIME));
        if (date.isPresent() && !date.equals(next)) {
            ends.ended(date.get(), height, writes);
            if (interval().from() < height) {
                checkpoint(height, root(), writes);
            }
        }
        ends.trim(writes);
    }

    private static Optional<Integer> date(Optional<BusinessTime> time) {
        return time.flatMap(BusinessTime::day);
    }

    private void checkpoint(long height, StateRoot root, TableWrites writes) {
        recent.forgetBelow(interval().from());
        interval.set(interval().close(height, root, writes));
        checkpoints.addLast(height);
    }

    /** The step is in the database. */
    void took(TreeStep step) {
        newest.set(step.update().root());
        recent.add(step.update().height(), step.update().root());
        if (checkpoints.size() > 2 * CHECKPOINTS_IN_MEMORY) {
            long earlier = 0;
            while (checkpoints.size() > CHECKPOINTS_IN_MEMORY) {
                earlier = checkpoints.removeFirst();
            }
            newest.set(root().keepingPagesAbove(earlier));
        }
    }
}
