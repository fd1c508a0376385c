package org.khazana.ledger.crypto;

import java.util.List;

/**
 * Merkle trees of the shape of RFC 6962, section 2.1: the left side of every node holds the largest power of two of
 * leaves that leaves something for the right. Leaves are hashed under a domain of their own, never under
 * {@link Domain#MERKLE_NODE}, so that a leaf cannot pass for an inner node.
 */
public final class MerkleTree {
    private MerkleTree() {}

    /** Root over the leaves' hashes in order; the only leaf itself for one, a fixed hash for none. */
    public static Hash root(List<Hash> leaves) {
        return switch (leaves.size()) {
            case 0 -> Domain.MERKLE_NODE.hash();
            case 1 -> leaves.getFirst();
            default -> {
                int left = Integer.highestOneBit(leaves.size() - 1);
                Hash leftRoot = root(leaves.subList(0, left));
                Hash rightRoot = root(leaves.subList(left, leaves.size()));
                yield Domain.MERKLE_NODE.hash(leftRoot.toBytes(), rightRoot.toBytes());
            }
        };
    }
}
