package org.khazana.storage.state;

import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.statetree.StateTree;
import org.khazana.ledger.table.TableReads;
import org.khazana.storage.schema.StoredHeads;

/**
 * Trees after earlier blocks, made of the checkpoint before and of what blocks have changed since.
 *
 * @param reads of one moment
 */
record EarlierTrees(TableReads reads) {

    /** Where the tree after a block begins, with what of it is not on disk; empty if it is not here, or not any more. */
    Optional<StateRoot> root(long height) {
        return TreeCheckpoint.newestUpTo(height, reads).flatMap(checkpoint -> after(checkpoint, height));
    }

    private Optional<StateRoot> after(TreeCheckpoint checkpoint, long height) {
        StoredTree pages = new StoredTree(reads);
        StateRoot root = checkpoint.root();
        long at = checkpoint.height();
        for (TreeChanges changes : TreeChanges.between(at, height, reads)) {
            at++;
            root = StateTree.update(pages, root, at, changes.entries()).root();
        }
        if (at != height) {
            return Optional.empty();
        }
        Hash made = root.hash();
        Invariant.check(
                StoredHeads.head(height, reads)
                        .filter(head -> head.stateRoot().equals(made))
                        .isPresent(),
                "the state tree after block %s is not the one that its head names",
                height);
        return Optional.of(root);
    }
}
