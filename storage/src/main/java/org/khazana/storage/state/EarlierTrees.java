package org.khazana.storage.state;

import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.finality.Head;
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
        return TreeCheckpoint.newestUpTo(height, reads).flatMap(checkpoint -> {
            Replay replay = new Replay(checkpoint);
            replay.upTo(height);
            return replay.rootAt(height);
        });
    }

    /** Goes from block to block. */
    private final class Replay {
        private final StoredTree pages = new StoredTree(reads);
        private StateRoot root;
        private long at;

        Replay(TreeCheckpoint checkpoint) {
            root = checkpoint.root();
            at = checkpoint.height();
        }

        void upTo(long height) {
            if (at < height) {
                TreeChanges.forEach(at + 1, reads, next -> changes -> next == at + 1 && step(changes) < height);
            }
        }

        private long step(TreeChanges changes) {
            at++;
            root = StateTree.update(pages, root, at, changes.entries()).root();
            return at;
        }

        Optional<StateRoot> rootAt(long height) {
            if (at != height) {
                return Optional.empty();
            }
            Optional<Head> head = StoredHeads.head(height, reads);
            Invariant.check(
                    head.filter(known -> known.stateRoot().equals(root.hash())).isPresent(),
                    "the state tree after block %s is not the one that its head names",
                    height);
            return Optional.of(root);
        }
    }
}
