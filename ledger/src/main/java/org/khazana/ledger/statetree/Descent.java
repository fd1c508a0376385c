package org.khazana.ledger.statetree;

import java.util.ArrayList;
import java.util.List;
import org.khazana.ledger.Invariant;

/**
 * Carries the changes of one block down the tree and the new hashes up: each page is read once and written once. For one use.
 */
final class Descent {
    private final PageReads reads;
    private final long height;
    /** In the order of their paths. */
    private final List<EntryChange> changes;

    private final TreeHasher hasher = new TreeHasher();
    private final List<LeafKey> leaves = new ArrayList<>();
    private final List<PageKey> stalePages = new ArrayList<>();
    private final List<LeafKey> staleLeaves = new ArrayList<>();

    Descent(PageReads reads, long height, List<EntryChange> changes) {
        this.reads = reads;
        this.height = height;
        this.changes = changes;
    }

    TreeUpdate from(StateRoot before) {
        Subtree after = changes.isEmpty() ? before.subtree() : changed(before.subtree(), 0, 0, changes.size());
        return new TreeUpdate(height, new StateRoot(after), leaves, stalePages, staleLeaves);
    }

    /** What becomes of the place below {@code depth} nibbles, which all changes from {@code from} to before {@code to} have in common. */
    private Subtree changed(Subtree before, int depth, int from, int to) {
        EntryChange first = changes.get(from);
        boolean isAlone = to - from == 1;
        return switch (before) {
            case Subtree.Empty none when isAlone -> entry(first);
            case Subtree.Leaf leaf when isAlone && leaf.path().equals(first.path()) -> changed(leaf, first);
            case Subtree.Empty none -> inPage(before, new PageDraft(null), depth, from, to);
            case Subtree.Leaf leaf -> {
                PageDraft draft = new PageDraft(null);
                draft.put(leaf.path().nibble(depth), leaf);
                yield inPage(before, draft, depth, from, to);
            }
            case Subtree.PageLink link -> {
                Invariant.check(link.height() < height, "height %s follows on height %s", height, link.height());
                Page page = link.page(reads, first.path(), depth);
                Subtree after = inPage(before, new PageDraft(page), depth, from, to);
                if (!after.equals(before)) {
                    stalePages.add(page.key());
                }
                yield after;
            }
        };
    }

    private Subtree entry(EntryChange change) {
        return switch (change) {
            case EntryChange.Removal removal -> Subtree.EMPTY;
            case EntryChange.Put put -> {
                Subtree.Leaf leaf = new Subtree.Leaf(put.path(), put.valueHash(), height);
                leaves.add(leaf.key());
                yield leaf;
            }
        };
    }

    private Subtree changed(Subtree.Leaf before, EntryChange change) {
        if (change instanceof EntryChange.Put put && put.valueHash().equals(before.valueHash())) {
            return before;
        }
        Invariant.check(before.height() < height, "height %s follows on height %s", height, before.height());
        staleLeaves.add(before.key());
        return entry(change);
    }

    private Subtree inPage(Subtree before, PageDraft draft, int depth, int from, int to) {
        boolean isSame = true;
        for (int start = from; start < to; ) {
            int nibble = changes.get(start).path().nibble(depth);
            int end = start + 1;
            while (end < to && changes.get(end).path().nibble(depth) == nibble) {
                end++;
            }
            Subtree child = draft.child(nibble);
            Subtree after = changed(child, depth + 1, start, end);
            if (!after.equals(child)) {
                draft.put(nibble, after);
                isSame = false;
            }
            start = end;
        }
        return isSame ? before : finished(draft, Prefix.of(changes.get(from).path(), depth));
    }

    private Subtree finished(PageDraft draft, Prefix prefix) {
        Subtree withoutPage = draft.withoutPage();
        if (withoutPage != null) {
            return withoutPage;
        }
        PageDraft.Finished finished = draft.finish(new PageKey(height, prefix), hasher);
        return new Subtree.PageLink(finished.hash(), height, finished.page());
    }
}
