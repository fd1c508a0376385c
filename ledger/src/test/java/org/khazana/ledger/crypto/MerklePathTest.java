package org.khazana.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerklePathTest {
    private static final int SMALL_MAX = 40;

    private static Hash leaf(int number) {
        return Domain.RECEIPT_LEAF.hash(new byte[] {(byte) (number >> 8), (byte) number});
    }

    private static List<Hash> leaves(int count) {
        return IntStream.range(0, count).mapToObj(MerklePathTest::leaf).toList();
    }

    /** The definition of RFC 6962, section 2.1, word for word. */
    private static Hash definedRoot(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Domain.MERKLE_NODE.hash();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = definedLeft(leaves.size());
        return node(definedRoot(leaves.subList(0, left)), definedRoot(leaves.subList(left, leaves.size())));
    }

    /** The definition of RFC 6962, section 2.1.1, word for word. */
    private static List<Hash> definedPath(int position, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int left = definedLeft(leaves.size());
        List<Hash> first = leaves.subList(0, left);
        List<Hash> rest = leaves.subList(left, leaves.size());
        boolean isLeft = position < left;
        List<Hash> path = new ArrayList<>(isLeft ? definedPath(position, first) : definedPath(position - left, rest));
        path.add(definedRoot(isLeft ? rest : first));
        return path;
    }

    private static int definedLeft(int count) {
        int left = 1;
        while (2 * left < count) {
            left *= 2;
        }
        return left;
    }

    private static Hash node(Hash left, Hash right) {
        return Domain.MERKLE_NODE.hash(left.toBytes(), right.toBytes());
    }

    @Test
    void everyLeafOfEveryTreeHasThePathOfTheDefinition() {
        for (int count = 1; count <= 130; count++) {
            List<Hash> leaves = leaves(count);
            MerkleTree tree = MerkleTree.over(leaves);
            assertThat(tree.root()).isEqualTo(definedRoot(leaves));
            assertThat(tree.leafCount()).isEqualTo(count);
            for (int position = 0; position < count; position++) {
                MerklePath path = tree.path(position);
                assertThat(path.siblings()).isEqualTo(definedPath(position, leaves));
                assertThat(path.rootOver(leaves.get(position))).isEqualTo(tree.root());
                assertThat(MerklePath.of(path.toBytes())).isEqualTo(path);
            }
        }
        assertThat(MerkleTree.path(leaves(9), 8))
                .isEqualTo(MerkleTree.over(leaves(9)).path(8));
    }

    @Test
    void thePathOfOneLeafProvesNoOther() {
        for (int count = 2; count <= SMALL_MAX; count++) {
            List<Hash> leaves = leaves(count);
            MerkleTree tree = MerkleTree.over(leaves);
            for (int position = 0; position < count; position++) {
                for (int other = 0; other < count; other++) {
                    assertThat(tree.path(position).rootOver(leaves.get(other)).equals(tree.root()))
                            .isEqualTo(position == other);
                }
            }
        }
    }

    @Test
    void thePathToOnePositionProvesNoOtherInTheSameTree() {
        for (int count = 2; count <= SMALL_MAX; count++) {
            List<Hash> leaves = leaves(count);
            MerkleTree tree = MerkleTree.over(leaves);
            for (int position = 0; position < count; position++) {
                List<Hash> siblings = tree.path(position).siblings();
                for (int claimed = 0; claimed < count; claimed++) {
                    assertThat(proves(claimed, count, siblings, leaves.get(position), tree.root()))
                            .as("leaf %s of %s as %s", position, count, claimed)
                            .isEqualTo(claimed == position);
                }
            }
        }
    }

    private static boolean proves(int position, int count, List<Hash> siblings, Hash leaf, Hash root) {
        try {
            return new MerklePath(position, count, siblings).rootOver(leaf).equals(root);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @Test
    void aPathHasExactlyTheSiblingsThatItsPositionDemands() {
        MerklePath path = MerkleTree.path(leaves(7), 6);
        List<Hash> tooMany = new ArrayList<>(path.siblings());
        tooMany.add(leaf(1));

        assertThat(path.siblings()).hasSize(2);
        assertThatThrownBy(() -> new MerklePath(6, 7, tooMany)).hasMessageContaining("2 siblings, not 3");
        assertThatThrownBy(() -> new MerklePath(6, 7, path.siblings().subList(0, 1)))
                .hasMessageContaining("2 siblings, not 1");
        assertThatThrownBy(() -> new MerklePath(5, 7, path.siblings())).hasMessageContaining("3 siblings, not 2");
        assertThat(new MerklePath(0, 1, List.of()).rootOver(leaf(3))).isEqualTo(leaf(3));
        assertThat(new MerklePath(0, Integer.MAX_VALUE, leaves(MerklePath.SIBLINGS_MAX)).toBytes())
                .hasSize(MerklePath.BYTES_MAX);
    }

    @Test
    void aPositionBeyondTheTreeIsRefused() {
        List<Hash> three = leaves(3);

        assertThatThrownBy(() -> MerkleTree.path(three, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> MerkleTree.path(three, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> MerkleTree.path(List.of(), 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new MerklePath(1, 1, List.of())).hasMessageContaining("no tree of 1");
        assertThatThrownBy(() -> new MerklePath(-1, 1, List.of())).hasMessageContaining("no tree of 1");
        assertThatThrownBy(() -> new MerklePath(0, 0, List.of())).hasMessageContaining("no tree of 0");
        assertThatThrownBy(() -> MerklePath.of(path(0x80000000, 0x80000001))).hasMessageContaining("no tree");
    }

    private static byte[] path(int position, int count) {
        return ByteBuffer.allocate(8).putInt(position).putInt(count).array();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void aDamagedPathIsRefusedOrIsThatOfItsOwnBytes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int read = 0;
        for (int round = 0; round < 10_000; round++) {
            int count = random.nextInt(1, SMALL_MAX);
            byte[] good = MerkleTree.path(leaves(count), random.nextInt(count)).toBytes();
            byte[] bytes = Arrays.copyOf(good, Math.max(1, good.length + random.nextInt(-1, 2) * random.nextInt(40)));
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(MerklePath.of(bytes).toBytes()).isEqualTo(bytes);
                read++;
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageMatching("no (path|tree) .*|the path of leaf .*");
            }
        }
        assertThat(read).isBetween(100, 9_900);
    }

    @Test
    void allPathsOfATreeShareTheNodesThatWereHashedOnce() {
        List<Hash> leaves = leaves(16_384);
        MerkleTree tree = MerkleTree.over(leaves);

        for (int position = 0; position < leaves.size(); position++) {
            List<Hash> siblings = tree.path(position).siblings();
            List<Hash> ofNeighbour = tree.path(position ^ 1).siblings();
            assertThat(siblings).hasSize(14);
            for (int i = 1; i < siblings.size(); i++) {
                assertThat(siblings.get(i)).isSameAs(ofNeighbour.get(i));
            }
        }
    }
}
