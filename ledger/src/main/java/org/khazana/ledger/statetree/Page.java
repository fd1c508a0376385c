package org.khazana.ledger.statetree;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.crypto.Hash;

/**
 * Four levels of the tree: what stands below one prefix, for each of the 16 nibbles that may follow. There is one wherever two entries
 * or more have a prefix in common. It is kept as its bytes, for most of them are only copied:
 *
 * <ul>
 *   <li>2 bytes: bit n for child n that is there; 2 bytes: bit n for child n that has a page of its own
 *   <li>each child in order: a leaf as path (32), hash of the value (32) and the height that wrote it (8); a page as its hash (32) and the
 *       height that wrote it (8)
 *   <li>the hashes of the inner nodes that {@link PageLayout} says are kept, in their order; they follow from the children, and are not
 *       worked out again when a page is read
 * </ul>
 *
 * All numbers are big-endian.
 */
public final class Page {
    private static final @Nullable Page[] NONE_IN_MEMORY = new Page[PageLayout.CHILDREN];

    private final PageKey key;
    private final PageLayout layout;
    private final byte[] bytes;
    /** Pages of children, as far as they are in memory; never changed. They are no part of what the page is. */
    private final @Nullable Page[] below;

    Page(PageKey key, PageLayout layout, byte[] bytes, @Nullable Page[] below) {
        this.key = key;
        this.layout = layout;
        this.bytes = bytes;
        this.below = below;
    }

    /**
     * Reads what {@link #toBytes} gave; copies it.
     *
     * @throws MalformedPage if it is not the one form of a page with this key
     */
    public static Page of(PageKey key, byte[] bytes) {
        require(bytes.length >= PageLayout.HEAD_BYTES, "a page is shorter than its beginning");
        ByteBuffer fields = ByteBuffer.wrap(bytes);
        PageLayout layout =
                new PageLayout(Short.toUnsignedInt(fields.getShort()), Short.toUnsignedInt(fields.getShort()));
        require((layout.linked() & ~layout.occupied()) == 0, "a page has children that are not there");
        require(layout.isMany(1), "a page has no two entries");
        require(layout.linked() == 0 || key.prefix().nibbles() < Prefix.NIBBLES_MAX, "a path is too long");
        require(bytes.length == layout.bytes(), "a page has " + bytes.length + " bytes, not " + layout.bytes());
        Page page = new Page(key, layout, bytes.clone(), NONE_IN_MEMORY);
        for (int child = 0; child < PageLayout.CHILDREN; child++) {
            if (layout.isOccupied(child)) {
                page.requireSound(child);
            }
        }
        return page;
    }

    private void requireSound(int child) {
        int at = layout.childAt(child);
        long height = heightOf(child);
        require(height >= 0 && height <= key.height(), "a page has a child of another time");
        if (!layout.isLinked(child)) {
            int depth = key.prefix().nibbles();
            int both = bytes[at + depth / 2];
            require(
                    key.prefix().begins(bytes, at) && (depth % 2 == 0 ? both >> 4 & 15 : both & 15) == child,
                    "a leaf stands in a page that it does not belong in");
        }
    }

    private static void require(boolean holds, String wrong) {
        if (!holds) {
            throw new MalformedPage(wrong);
        }
    }

    public PageKey key() {
        return key;
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    PageLayout layout() {
        return layout;
    }

    /** Not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** The page of a child, if it has one and that is in memory. */
    @Nullable
    Page inMemory(int child) {
        return below[child];
    }

    /** Shows this page and those below it that are of a height above that one, all of which must be in memory; those below come first. */
    void forEachAbove(long height, Consumer<Page> visitor) {
        for (int child = 0; child < PageLayout.CHILDREN; child++) {
            if (layout.isLinked(child) && heightOf(child) > height) {
                Page page = below[child];
                if (page == null) {
                    throw new IllegalStateException("a page below " + this + " is not in memory");
                }
                page.forEachAbove(height, visitor);
            }
        }
        visitor.accept(this);
    }

    /** The same page, with those below it in memory that are of a height above that one, and no others. */
    Page keepingAbove(long height) {
        @Nullable Page[] kept = new Page[PageLayout.CHILDREN];
        for (int child = 0; child < PageLayout.CHILDREN; child++) {
            Page page = below[child];
            kept[child] = page != null && page.key.height() > height ? page.keepingAbove(height) : null;
        }
        return new Page(key, layout, bytes, kept);
    }

    Subtree child(int child) {
        if (!layout.isOccupied(child)) {
            return Subtree.EMPTY;
        }
        int at = layout.childAt(child);
        long height = heightOf(child);
        return layout.isLinked(child)
                ? new Subtree.PageLink(Hash.of(bytes, at), height, below[child])
                : new Subtree.Leaf(new StatePath(Hash.of(bytes, at)), Hash.of(bytes, at + Hash.BYTES), height);
    }

    /** What stands at a node below which there are no two entries, or which is a child. */
    Subtree at(int node) {
        return layout.isEmpty(node) ? Subtree.EMPTY : child(layout.firstBelow(node));
    }

    /** Of the block that wrote the child, which must be there. */
    private long heightOf(int child) {
        return ByteBuffer.wrap(bytes).getLong(layout.childAt(child) + layout.childBytes(child) - Long.BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Page page && key.equals(page.key) && Arrays.equals(bytes, page.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "page '" + key.prefix() + "' of height " + key.height();
    }
}
