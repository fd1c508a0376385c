package org.khazana.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static Hash leaf(int number) {
        return Domain.ENVELOPE_LEAF.hash(new byte[] {(byte) number});
    }

    private static Hash node(Hash left, Hash right) {
        return Domain.MERKLE_NODE.hash(left.toBytes(), right.toBytes());
    }

    private static List<Hash> leaves(int count) {
        return IntStream.range(0, count).mapToObj(MerkleTreeTest::leaf).toList();
    }

    @Test
    void theLeftSideHoldsTheLargestPowerOfTwo() {
        Hash left = node(node(leaf(0), leaf(1)), node(leaf(2), leaf(3)));

        assertThat(MerkleTree.root(leaves(1))).isEqualTo(leaf(0));
        assertThat(MerkleTree.root(leaves(2))).isEqualTo(node(leaf(0), leaf(1)));
        assertThat(MerkleTree.root(leaves(3))).isEqualTo(node(node(leaf(0), leaf(1)), leaf(2)));
        assertThat(MerkleTree.root(leaves(4))).isEqualTo(left);
        assertThat(MerkleTree.root(leaves(5))).isEqualTo(node(left, leaf(4)));
        assertThat(MerkleTree.root(leaves(7))).isEqualTo(node(left, node(node(leaf(4), leaf(5)), leaf(6))));
    }

    @Test
    void everyNumberAndOrderOfLeavesHasARootOfItsOwn() {
        Set<Hash> roots = new HashSet<>();
        for (int count = 0; count <= 40; count++) {
            List<Hash> leaves = new ArrayList<>(leaves(count));
            assertThat(roots.add(MerkleTree.root(leaves))).isTrue();
            if (count > 1) {
                leaves.add(leaves.removeFirst());
                assertThat(roots.add(MerkleTree.root(leaves))).isTrue();
            }
            if (count > 0) {
                // A tree that repeats its last leaf to fill up would give one root to both.
                leaves.add(leaves.getLast());
                assertThat(roots.add(MerkleTree.root(leaves))).isTrue();
            }
        }
    }

    @Test
    void everyDomainGivesOtherBytesForTheSameContent() {
        Set<Hash> hashes = new HashSet<>();
        for (Domain domain : Domain.values()) {
            assertThat(hashes.add(domain.hash(new byte[] {1, 2, 3}))).isTrue();
        }
    }
}
