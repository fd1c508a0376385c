package org.khazana.ledger.crypto;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that a leaf stands at one position of a {@link MerkleTree} with a known root: the other side of every node from
 * the leaf up to the root. What a path proves it proves only to somebody who knows how many leaves the tree has: trees of
 * different sizes can have paths of the same length. Byte form: {@code docs/proofs.md}.
 *
 * @param position of the leaf, from 0
 * @param leafCount of the tree, 1 or more
 * @param siblings from the leaf upwards, exactly as many as position and number of leaves demand
 */
public record MerklePath(int position, int leafCount, List<Hash> siblings) {
    /** No tree of so many leaves as an {@code int} counts is deeper. */
    public static final int SIBLINGS_MAX = 31;

    /** Most bytes of the byte form. */
    public static final int BYTES_MAX = 2 * Integer.BYTES + SIBLINGS_MAX * Hash.BYTES;

    /** @throws IllegalArgumentException if there is no such position, or there are more or fewer siblings than it has */
    public MerklePath {
        if (leafCount < 1 || position < 0 || position >= leafCount) {
            throw new IllegalArgumentException("no tree of " + leafCount + " leaves has one at " + position);
        }
        siblings = List.copyOf(siblings);
        int depth = sides(position, leafCount).size();
        if (siblings.size() != depth) {
            throw new IllegalArgumentException("the path of leaf " + position + " of " + leafCount + " has " + depth
                    + " siblings, not " + siblings.size());
        }
    }

    /** The side of a node on which its sibling stands. */
    private enum Side {
        LEFT,
        RIGHT
    }

    /** Where the siblings stand, from the leaf upwards: read off the definition of the tree from its root down. */
    private static List<Side> sides(int position, int leafCount) {
        List<Side> sides = new ArrayList<>();
        int place = position;
        int count = leafCount;
        while (count > 1) {
            int left = Integer.highestOneBit(count - 1);
            boolean isLeft = place < left;
            sides.add(isLeft ? Side.RIGHT : Side.LEFT);
            place = isLeft ? place : place - left;
            count = isLeft ? left : count - left;
        }
        return sides.reversed();
    }

    /** The root of the tree in which this leaf stands at this position; whoever checks compares it to the one he knows. */
    public Hash rootOver(Hash leaf) {
        List<Side> sides = sides(position, leafCount);
        Hash node = leaf;
        for (int i = 0; i < siblings.size(); i++) {
            Hash sibling = siblings.get(i);
            node = switch (sides.get(i)) {
                case LEFT -> MerkleTree.node(sibling, node);
                case RIGHT -> MerkleTree.node(node, sibling);
            };
        }
        return node;
    }

    /** The one byte form. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES + siblings.size() * Hash.BYTES);
        bytes.putInt(position).putInt(leafCount);
        siblings.forEach(sibling -> bytes.put(sibling.toBytes()));
        return bytes.array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException saying what is wrong, if these bytes are not the form of any path
     */
    public static MerklePath of(byte[] path) {
        int ofHashes = path.length - 2 * Integer.BYTES;
        if (ofHashes < 0 || path.length > BYTES_MAX || ofHashes % Hash.BYTES != 0) {
            throw new IllegalArgumentException("no path has " + path.length + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.wrap(path);
        int position = bytes.getInt();
        int leafCount = bytes.getInt();
        List<Hash> siblings = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] sibling = new byte[Hash.BYTES];
            bytes.get(sibling);
            siblings.add(Hash.of(sibling));
        }
        return new MerklePath(position, leafCount, siblings);
    }
}
