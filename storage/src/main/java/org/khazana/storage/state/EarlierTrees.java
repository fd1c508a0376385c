package org.khazana.storage.state;

import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.statetree.StateTree;
import org.khazana.ledger.table.TableReads;

/**
 * Trees after earlier blocks, made of the checkpoint before and of what blocks have changed since.
 *
 * @param reads of one moment
 */
record EarlierTrees(TableReads reads) {

    /** Where the tree begins that a head names, with what of it is not on disk; empty if it is not here, or not any more. */
    Optional<StateRoot> root(Head head) {
        return TreeCheckpoint.newestUpTo(head.height(), reads).flatMap(checkpoint -> after(checkpoint, head));
    }

    private Optional<StateRoot> after(TreeCheckpoint checkpoint, Head head) {
        StoredTree pages = new StoredTree(reads);
        StateRoot root = checkpoint.root();
        long at = checkpoint.height();
        for (TreeChanges changes : TreeChanges.between(at, head.height(), reads)) {
            at++;
            root = StateTree.update(pages, root, at, changes.entries()).root();
        }
        if (at != head.height()) {
            return Optional.empty();
        }
        Invariant.check(
                root.hash().equals(head.stateRoot()),
                "the state tree after block %s is not the one that its head names",
                head.height());
        return Optional.of(root);
    }
}
