package org.khazana.ledger.statetree;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.crypto.Hash;

/** A page in the making: children are put on top of those of an earlier version, or of none. For one thread. */
final class PageDraft {
    private final @Nullable Page before;
    private final @Nullable Subtree[] put = new Subtree[PageLayout.CHILDREN];

    PageDraft(@Nullable Page before) {
        this.before = before;
    }

    Subtree child(int child) {
        Subtree subtree = put[child];
        return subtree != null ? subtree : before != null ? before.child(child) : Subtree.EMPTY;
    }

    void put(int child, Subtree subtree) {
        put[child] = subtree;
    }

    /** What stands there now, if less than two entries do, which do not need a page: nothing, or the leaf. */
    @Nullable
    Subtree withoutPage() {
        PageLayout layout = layout();
        return layout.isMany(1) ? null : layout.isEmpty(1) ? Subtree.EMPTY : child(layout.firstBelow(1));
    }

    private PageLayout layout() {
        int occupied = before == null ? 0 : before.layout().occupied();
        int linked = before == null ? 0 : before.layout().linked();
        for (int child = 0; child < PageLayout.CHILDREN; child++) {
            Subtree subtree = put[child];
            if (subtree != null) {
                int bit = 1 << child;
                occupied = subtree instanceof Subtree.Empty ? occupied & ~bit : occupied | bit;
                linked = subtree instanceof Subtree.PageLink ? linked | bit : linked & ~bit;
            }
        }
        return new PageLayout(occupied, linked);
    }

    /** The page, of two entries or more, and its hash. */
    Finished finish(PageKey key, TreeHasher hasher) {
        PageLayout layout = layout();
        byte[] bytes = new byte[layout.bytes()];
        ByteBuffer.wrap(bytes).putShort((short) layout.occupied()).putShort((short) layout.linked());
        int changed = putChildren(layout, bytes);
        if (before != null) {
            copyKept(before, layout, bytes, changed);
        }
        byte[] hash = new byte[Hash.BYTES];
        hasher.node(layout, bytes, changed, 1, hash, 0);
        return new Finished(new Page(key, layout, bytes, below()), Hash.of(hash));
    }

    record Finished(Page page, Hash hash) {}

    private @Nullable Page[] below() {
        @Nullable Page[] below = new Page[PageLayout.CHILDREN];
        for (int child = 0; child < PageLayout.CHILDREN; child++) {
            Subtree subtree = put[child];
            if (subtree instanceof Subtree.PageLink link) {
                below[child] = link.inMemory();
            } else if (subtree == null && before != null) {
                below[child] = before.inMemory(child);
            }
        }
        return below;
    }

    /** Which children are not as before. */
    private int putChildren(PageLayout layout, byte[] bytes) {
        int changed = 0;
        for (int child = 0; child < PageLayout.CHILDREN; child++) {
            Subtree subtree = put[child];
            if (subtree != null) {
                changed |= 1 << child;
                write(subtree, bytes, layout.childAt(child));
            } else if (before != null && layout.isOccupied(child)) {
                System.arraycopy(
                        before.bytes(),
                        before.layout().childAt(child),
                        bytes,
                        layout.childAt(child),
                        layout.childBytes(child));
            }
        }
        return changed;
    }

    private static void write(Subtree subtree, byte[] bytes, int at) {
        switch (subtree) {
            case Subtree.Empty none -> {}
            case Subtree.Leaf leaf -> {
                leaf.path().hash().copyTo(bytes, at);
                leaf.valueHash().copyTo(bytes, at + Hash.BYTES);
                ByteBuffer.wrap(bytes).putLong(at + PageLayout.PATH_AND_VALUE_BYTES, leaf.height());
            }
            case Subtree.PageLink link -> {
                link.hash().copyTo(bytes, at);
                ByteBuffer.wrap(bytes).putLong(at + Hash.BYTES, link.height());
            }
        }
    }

    /** Takes over the hashes of the nodes below which nothing has changed. */
    private static void copyKept(Page before, PageLayout layout, byte[] bytes, int changed) {
        for (int node = 1; node < PageLayout.FIRST_CHILD; node++) {
            if (layout.isKept(node) && (changed & PageLayout.childrenBelow(node)) == 0) {
                System.arraycopy(before.bytes(), before.layout().hashAt(node), bytes, layout.hashAt(node), Hash.BYTES);
            }
        }
    }
}
