package org.khazana.ledger.statetree;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.crypto.Hash;

/**
 * The authenticated map of the state: a binary tree over the 256 bits of the paths, kept in pages of four levels, versioned by the
 * heights of blocks, so that the tree of every earlier height can still be read. What the root is: {@code docs/proofs.md}; why it is kept
 * so: {@code docs/decisions/0029-the-state-tree.md}. Pure functions.
 */
public final class StateTree {
    private StateTree() {}

    /**
     * What a block does to the tree. Where nothing changes the root stays the same, with the height that it has.
     *
     * @param before the root before the block
     * @param height of the block; greater than that of all blocks before
     * @param changes in the order of their paths, at most one for each
     */
    public static TreeUpdate update(PageReads reads, StateRoot before, long height, List<EntryChange> changes) {
        for (int i = 1; i < changes.size(); i++) {
            requireOrder(changes.get(i - 1).path(), changes.get(i).path());
        }
        return new Descent(reads, height, changes).from(before);
    }

    static void requireOrder(StatePath earlier, StatePath later) {
        Invariant.check(earlier.compareTo(later) < 0, "the path %s comes after %s", later, earlier);
    }

    /**
     * The tree of all entries of a state, of which nothing was kept: the same pages, but for the heights, and the same root as any history
     * of blocks leads to. Needs room for 64 pages.
     *
     * @param entries in the order of their paths
     * @param height that all of it is taken to be of
     * @param pages gets every page, those below before those above
     */
    public static StateRoot rebuild(Iterator<EntryChange.Put> entries, long height, Consumer<Page> pages) {
        TreeRebuild rebuild = new TreeRebuild(height, pages);
        if (!entries.hasNext()) {
            return StateRoot.NONE;
        }
        EntryChange.Put last = entries.next();
        while (entries.hasNext()) {
            EntryChange.Put next = entries.next();
            requireOrder(last.path(), next.path());
            rebuild.add(last, last.path().bitsInCommonWith(next.path()) / 4);
            last = next;
        }
        return rebuild.end(last);
    }

    /** What stands at the place of a path, in the tree of any height whose pages are kept. */
    public static StatePlace find(PageReads reads, StateRoot root, StatePath path) {
        TreeHasher hasher = new TreeHasher();
        List<Hash> siblings = new ArrayList<>();
        Subtree subtree = root.subtree();
        for (int depth = 0; subtree instanceof Subtree.PageLink link; depth++) {
            Page page = link.page(reads, path, depth);
            int node = 1;
            while (node < PageLayout.FIRST_CHILD && page.layout().isMany(node)) {
                node = 2 * node + path.bit(siblings.size());
                siblings.add(hasher.hash(page, node ^ 1));
            }
            subtree = page.at(node);
        }
        return new StatePlace(
                path, siblings, subtree instanceof Subtree.Leaf leaf ? Optional.of(leaf) : Optional.empty());
    }

    /** Where a group stands, in the tree of any height whose pages are kept. */
    public static StateGroupPlace find(PageReads reads, StateRoot root, StateGroup group) {
        return StateGroupPlace.find(reads, root, group);
    }
}
