package org.khazana.storage.state;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.statetree.StateTree;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.TableWrites;
import org.khazana.storage.rocksdb.RocksStore;
import org.khazana.storage.schema.OwnKey;
import org.khazana.storage.schema.StoreTables;
import org.khazana.storage.schema.StoredHeads;

/** The state tree as it follows the blocks. For the one thread that applies them. */
final class TreeOfState {
    /** Of so many heights before the newest the trees are kept, so that what was certified last can be proved. */
    static final long HEIGHTS_KEPT = 1_000;

    private final RocksStore rocks;
    private final PageCache pages;
    private final AtomicReference<StateRoot> root;
    private final AtomicReference<OwnKey> forgottenUpTo = new AtomicReference<>(OwnKey.of(new byte[0]));

    private TreeOfState(RocksStore rocks, StateRoot root) {
        this.rocks = rocks;
        this.pages = new PageCache(new StoredTree(rocks.newest()));
        this.root = new AtomicReference<>(root);
    }

    /** The tree as it stands. */
    static TreeOfState open(RocksStore rocks) {
        TableReads reads = rocks.newest();
        return new TreeOfState(
                rocks,
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
        TreeWriting writing = new TreeWriting(writes);
        writing.write(step.update(), step.changed(), rocks::row);
        StoredHeads.write(head, step.update().root(), writes);
        OwnKey from = Objects.requireNonNull(forgottenUpTo.get());
        forgottenUpTo.set(writing.forgetBelow(head.height() - HEIGHTS_KEPT, from, rocks.newest()));
    }

    /** The step is in the database. */
    void took(TreeStep step) {
        root.set(step.update().root());
        pages.written(step.update());
    }
}
