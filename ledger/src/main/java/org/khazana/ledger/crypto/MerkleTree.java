package org.khazana.ledger.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Merkle trees of the shape of RFC 6962, section 2.1: the left side of every node holds the largest power of two of
 * leaves that leaves something for the right. Leaves are hashed under a domain of their own, never under
 * {@link Domain#MERKLE_NODE}, so that a leaf cannot pass for an inner node.
 *
 * <p>A tree keeps all its nodes: about two hashes for each leaf. Made once, it gives each path in as many steps as the tree is deep.
 */
public final class MerkleTree {
    /**
     * From the leaves up to the root. Joining neighbours two by two, and taking one that is left over at the end up as it is, gives the
     * shape of RFC 6962: every node but those at the right edge stands for a whole power of two of leaves.
     */
    private final List<List<Hash>> levels;

    private MerkleTree(List<List<Hash>> levels) {
        this.levels = levels;
    }

    /** The tree over the leaves' hashes in order; there may be none. */
    public static MerkleTree over(List<Hash> leaves) {
        List<List<Hash>> levels = new ArrayList<>();
        List<Hash> level = List.copyOf(leaves);
        levels.add(level);
        while (level.size() > 1) {
            level = joined(level);
            levels.add(level);
        }
        return new MerkleTree(levels);
    }

    private static List<Hash> joined(List<Hash> level) {
        List<Hash> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i + 1 < level.size(); i += 2) {
            above.add(node(level.get(i), level.get(i + 1)));
        }
        if (level.size() % 2 == 1) {
            above.add(level.getLast());
        }
        return above;
    }

    static Hash node(Hash left, Hash right) {
        return Domain.MERKLE_NODE.hash(left.toBytes(), right.toBytes());
    }

    /** Root over the leaves' hashes in order; the only leaf itself for one, a fixed hash for none. */
    public static Hash root(List<Hash> leaves) {
        return over(leaves).root();
    }

    /**
     * The path of one leaf. Whoever wants several of one tree keeps the tree.
     *
     * @throws IndexOutOfBoundsException if there is no leaf at that position
     */
    public static MerklePath path(List<Hash> leaves, int position) {
        return over(leaves).path(position);
    }

    /** As {@link #root(List)}. */
    public Hash root() {
        return leafCount() == 0 ? Domain.MERKLE_NODE.hash() : levels.getLast().getFirst();
    }

    /** The leaves' hashes, in order. */
    public List<Hash> leaves() {
        return List.copyOf(levels.getFirst());
    }

    public int leafCount() {
        return levels.getFirst().size();
    }

    /**
     * What proves that the leaf stands where it does.
     *
     * @param position from 0
     * @throws IndexOutOfBoundsException if there is no leaf at that position
     */
    public MerklePath path(int position) {
        List<Hash> siblings = new ArrayList<>();
        int place = Objects.checkIndex(position, leafCount());
        for (List<Hash> level : levels) {
            int sibling = place ^ 1;
            // What is left over at the end of a level goes up without one.
            if (sibling < level.size()) {
                siblings.add(level.get(sibling));
            }
            place /= 2;
        }
        return new MerklePath(position, leafCount(), siblings);
    }
}
