package org.khazana.storage.state;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.state.RegisterKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.statetree.StateTree;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.TableWrites;
import org.khazana.ledger.time.BusinessTime;
import org.khazana.storage.rocksdb.RocksStore;
import org.khazana.storage.schema.StoreTables;
import org.khazana.storage.schema.StoredHeads;

/** The state tree as it follows the blocks. For the one thread that applies them. */
final class TreeOfState {
    private final RocksStore rocks;
    private final PageCache pages;
    private final AtomicReference<StateRoot> root;
    private final TreesKept kept;
    private final DateEnds ends;
    private final TreeForgetting forgetting;

    private TreeOfState(RocksStore rocks, TreesKept kept, StateRoot root) {
        this.rocks = rocks;
        this.kept = kept;
        this.ends = new DateEnds(kept.businessDates(), rocks.newest());
        this.forgetting = new TreeForgetting(ends);
        this.pages = new PageCache(new StoredTree(rocks.newest()));
        this.root = new AtomicReference<>(root);
    }

    /** The tree as it stands. */
    static TreeOfState open(RocksStore rocks, TreesKept kept) {
        TableReads reads = rocks.newest();
        return new TreeOfState(
                rocks,
                kept,
                StoreTables.newestHead(reads)
                        .flatMap(head -> StoredHeads.root(head.height(), reads))
                        .orElse(StateRoot.NONE));
    }

    /** What a block does to the tree; nothing is written yet. */
    TreeStep step(long height, NetChanges changes) {
        ChangedRecords changed = ChangedRecords.of(changes);
        return new TreeStep(
                StateTree.update(pages, Objects.requireNonNull(root.get()), height, changed.entries()), changed);
    }

    /** Writes the step with the head that came of it, before the records themselves are written. */
    void write(TreeStep step, Head head, TableWrites writes) {
        new TreeWriting(writes).write(step.update(), step.changed(), rocks::row);
        StoredHeads.write(head, step.update().root(), writes);
    }

    /**
     * Keeps the tree before the block for long if a business date ended with it, and forgets what is kept no longer; after the records of
     * the block were written.
     */
    void forget(long height, TableWrites writes) {
        Optional<Integer> date = date(rocks.newest().get(Tables.BUSINESS_TIME, RegisterKey.BUSINESS_TIME));
        Optional<Integer> next = date(writes.get(Tables.BUSINESS_TIME, RegisterKey.BUSINESS_TIME));
        if (date.isPresent() && !date.equals(next)) {
            ends.ended(date.get(), height - 1, writes);
        }
        ends.trim(writes);
        forgetting.forgetBelow(height - kept.heights(), rocks.newest(), writes);
    }

    private static Optional<Integer> date(Optional<BusinessTime> time) {
        return time.flatMap(BusinessTime::day);
    }

    /** The step is in the database. */
    void took(TreeStep step) {
        root.set(step.update().root());
        pages.written(step.update());
    }
}
