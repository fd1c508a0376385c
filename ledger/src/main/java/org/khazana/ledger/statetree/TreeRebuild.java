package org.khazana.ledger.statetree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Puts pages together from entries that come in the order of their paths. For one use. */
final class TreeRebuild {
    private final long height;
    private final Consumer<Page> pages;
    private final TreeHasher hasher = new TreeHasher();
    /** One for each prefix of the last path that another path has, too: those of the shortest prefix first. */
    private final List<PageDraft> open = new ArrayList<>();

    TreeRebuild(long height, Consumer<Page> pages) {
        this.height = height;
        this.pages = pages;
    }

    /** @param inCommon how many nibbles at the beginning of its path are those of the next one */
    void add(EntryChange.Put entry, int inCommon) {
        while (open.size() <= inCommon) {
            open.add(new PageDraft(null));
        }
        putLast(entry.path(), leaf(entry));
        while (open.size() > inCommon + 1) {
            Subtree page = closeLast(entry.path());
            putLast(entry.path(), page);
        }
    }

    StateRoot end(EntryChange.Put entry) {
        Subtree subtree = leaf(entry);
        while (!open.isEmpty()) {
            putLast(entry.path(), subtree);
            subtree = closeLast(entry.path());
        }
        return new StateRoot(subtree);
    }

    private Subtree leaf(EntryChange.Put entry) {
        return new Subtree.Leaf(entry.path(), entry.valueHash(), height);
    }

    private void putLast(StatePath path, Subtree subtree) {
        open.getLast().put(path.nibble(open.size() - 1), subtree);
    }

    private Subtree closeLast(StatePath path) {
        PageDraft draft = open.removeLast();
        PageDraft.Finished finished = draft.finish(new PageKey(height, Prefix.of(path, open.size())), hasher);
        pages.accept(finished.page());
        return new Subtree.PageLink(finished.hash(), height, null);
    }
}
