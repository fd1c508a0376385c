package org.khazana.ledger.statetree;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Consumer;
import org.khazana.ledger.crypto.Hash;

/**
 * The root of the state tree after one block: from it all entries of that state are found. It holds the pages that updates have made,
 * and shares them with the roots before and after; pages that it does not hold are read.
 */
public final class StateRoot {
    /** Of no entries. */
    public static final StateRoot NONE = new StateRoot(Subtree.EMPTY);

    private static final byte EMPTY = 0;
    private static final byte LEAF = 1;
    private static final byte PAGE = 2;

    private final Subtree subtree;

    StateRoot(Subtree subtree) {
        this.subtree = subtree;
    }

    Subtree subtree() {
        return subtree;
    }

    /** What heads name: the hash that stands for the whole state. */
    public Hash hash() {
        return subtree.hash();
    }

    /**
     * Shows the pages that were made above that height, those below before those above.
     *
     * @throws IllegalStateException if one of them is not in memory
     */
    public void forEachPageAbove(long height, Consumer<Page> visitor) {
        if (subtree instanceof Subtree.PageLink link && link.height() > height) {
            Page top = link.inMemory();
            if (top == null) {
                throw new IllegalStateException("the first page of height " + link.height() + " is not in memory");
            }
            top.forEachAbove(height, visitor);
        }
    }

    /** The same root, with those pages in memory that were made above that height; the others are to be read. */
    public StateRoot keepingPagesAbove(long height) {
        if (!(subtree instanceof Subtree.PageLink link)) {
            return this;
        }
        Page top = link.height() > height ? link.inMemory() : null;
        return new StateRoot(
                new Subtree.PageLink(link.hash(), link.height(), top == null ? null : top.keepingAbove(height)));
    }

    /** 0 for no entries; 1, path (32), hash of the value (32) and its height (8) for one; 2, hash (32) and height (8) of the page for more. */
    public byte[] toBytes() {
        return switch (subtree) {
            case Subtree.Empty none -> new byte[] {EMPTY};
            case Subtree.Leaf leaf ->
                ByteBuffer.allocate(1 + PageLayout.LEAF_BYTES)
                        .put(LEAF)
                        .put(leaf.path().hash().toBytes())
                        .put(leaf.valueHash().toBytes())
                        .putLong(leaf.height())
                        .array();
            case Subtree.PageLink link ->
                ByteBuffer.allocate(1 + PageLayout.LINK_BYTES)
                        .put(PAGE)
                        .put(link.hash().toBytes())
                        .putLong(link.height())
                        .array();
        };
    }

    /**
     * Reads what {@link #toBytes} gave.
     *
     * @throws IllegalArgumentException if it is nothing of the kind
     */
    public static StateRoot of(byte[] bytes) {
        int kind = bytes.length == 0 ? -1 : bytes[0];
        if (kind == EMPTY && bytes.length == 1) {
            return NONE;
        }
        boolean isLeaf = kind == LEAF && bytes.length == 1 + PageLayout.LEAF_BYTES;
        boolean isPage = kind == PAGE && bytes.length == 1 + PageLayout.LINK_BYTES;
        if (!isLeaf && !isPage) {
            throw new IllegalArgumentException("these " + bytes.length + " bytes are no root of a state tree");
        }
        long height = ByteBuffer.wrap(bytes).getLong(bytes.length - Long.BYTES);
        if (height < 0) {
            throw new IllegalArgumentException("the root of a state tree has the height " + height);
        }
        Hash first = Hash.of(bytes, 1);
        return new StateRoot(
                isPage
                        ? new Subtree.PageLink(first, height, null)
                        : new Subtree.Leaf(new StatePath(first), Hash.of(bytes, 1 + Hash.BYTES), height));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateRoot root && subtree.equals(root.subtree);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(subtree);
    }

    @Override
    public String toString() {
        return hash().toString();
    }
}
