package org.khazana.ledger.statetree;

import org.khazana.ledger.crypto.Hash;

/**
 * Where what stands in the bytes of a page, which follows from what is there: which of the 16 children are, and which of these have
 * pages of their own. The nodes of a page are counted like those of a heap: 1 is the page itself, the children of node n are 2n and
 * 2n + 1, and 16 to 31 are the children of the page.
 *
 * @param occupied bit n for child n: there are entries below it
 * @param linked bit n for child n: there are two or more, so it has a page of its own
 */
record PageLayout(int occupied, int linked) {
    static final int CHILDREN = 16;
    /** Nodes from here on are children. */
    static final int FIRST_CHILD = CHILDREN;

    /** Of a page. */
    static final int LEVELS = 4;

    static final int HEAD_BYTES = 4;
    static final int PATH_AND_VALUE_BYTES = 2 * Hash.BYTES;
    static final int LEAF_BYTES = PATH_AND_VALUE_BYTES + Long.BYTES;
    static final int LINK_BYTES = Hash.BYTES + Long.BYTES;

    /**
     * Hashes of inner nodes are kept for nodes from 2 to before 8: to keep those of the lowest level, too, makes what blocks write a quarter
     * larger and nothing quicker.
     */
    private static final int KEPT_END = 8;

    private static final int KEPT_FIRST = 2;

    /** The children below a node of a page. */
    static int childrenBelow(int node) {
        int level = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(node);
        int width = CHILDREN >> level;
        return ((1 << width) - 1) << (node * width - CHILDREN);
    }

    boolean isOccupied(int child) {
        return (occupied >> child & 1) == 1;
    }

    boolean isLinked(int child) {
        return (linked >> child & 1) == 1;
    }

    /** No entry is below the node. */
    boolean isEmpty(int node) {
        return (occupied & childrenBelow(node)) == 0;
    }

    /** Two entries or more are below the node. */
    boolean isMany(int node) {
        int below = childrenBelow(node);
        return (linked & below) != 0 || Integer.bitCount(occupied & below) > 1;
    }

    /** The first child below the node that is there. */
    int firstBelow(int node) {
        return Integer.numberOfTrailingZeros(occupied & childrenBelow(node));
    }

    /** Where the child stands, or would stand. */
    int childAt(int child) {
        int before = (1 << child) - 1;
        int links = Integer.bitCount(linked & before);
        int leaves = Integer.bitCount(occupied & before) - links;
        return HEAD_BYTES + LEAF_BYTES * leaves + LINK_BYTES * links;
    }

    int childBytes(int child) {
        return isLinked(child) ? LINK_BYTES : isOccupied(child) ? LEAF_BYTES : 0;
    }

    /** Whether the hash of the node stands in the page: it is no leaf, and too far up to be worked out each time. */
    boolean isKept(int node) {
        return node >= KEPT_FIRST && node < KEPT_END && isMany(node);
    }

    /** Where the hash of a node stands that is kept. */
    int hashAt(int node) {
        int at = childAt(CHILDREN);
        for (int earlier = KEPT_FIRST; earlier < node; earlier++) {
            at += isKept(earlier) ? Hash.BYTES : 0;
        }
        return at;
    }

    /** Of the whole page. */
    int bytes() {
        return hashAt(KEPT_END);
    }
}
