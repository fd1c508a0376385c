package org.khazana.ledger.statetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.InvariantBroken;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;

/** A proof proves what is true, and nothing that was changed in it proves anything else. */
class StateProofTest {
    private static final int ROUNDS = 10_000;

    /** What a proof of bytes proves, if anything. */
    private static Optional<Optional<byte[]>> proved(Hash root, StatePath path, byte[] proof) {
        try {
            return Optional.of(StateProofCheck.valueAt(root, path, StateProofCodec.decode(proof)));
        } catch (StateProofRefused refused) {
            assertThat(refused).hasMessageMatching("(?s).{5,300}");
            return Optional.empty();
        }
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] = (byte) (changed[bit / 8] ^ 1 << bit % 8);
        return changed;
    }

    private static History history(long seed, int paths, int blocks) {
        History history = new History(new SplittableRandom(seed), paths);
        for (int block = 0; block < blocks; block++) {
            history.playBlock(paths);
        }
        return history;
    }

    private static StatePath pathOf(int firstByte) {
        byte[] bytes = new byte[Hash.BYTES];
        bytes[0] = (byte) firstByte;
        return new StatePath(Hash.of(bytes));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void noSingleBitOfASmallProofCanBeChanged(long seed) {
        History history = history(seed, 9, 6);
        Hash root = history.root().hash();
        for (StatePath path : history.paths) {
            byte[] proof = StateProofCodec.encode(StateProofs.of(history.pages, history.root(), path));
            assertThat(proved(root, path, proof)).isPresent();
            for (int bit = 0; bit < 8 * proof.length; bit++) {
                assertThat(proved(root, path, flipped(proof, bit)))
                        .as("bit %s", bit)
                        .isEmpty();
            }
            for (int bit = 0; bit < StatePath.BITS; bit++) {
                Hash otherRoot = Hash.of(flipped(root.toBytes(), bit));
                assertThat(proved(otherRoot, path, proof)).as("bit %s", bit).isEmpty();
            }
        }
    }

    /** Absence is proved of many paths by the same bytes, and truly so; a value only of its own. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void aProofOfAValueProvesNothingOfAPathOneBitAway(long seed) {
        History history = history(seed, 9, 6);
        Hash root = history.root().hash();
        for (StatePath path : history.paths) {
            byte[] proof = StateProofCodec.encode(StateProofs.of(history.pages, history.root(), path));
            boolean isPresence = history.entries().containsKey(path);
            for (int bit = 0; bit < StatePath.BITS; bit++) {
                StatePath near = new StatePath(Hash.of(flipped(path.hash().toBytes(), bit)));
                Optional<Optional<byte[]>> proved = proved(root, near, proof);
                assertThat(isPresence && proved.isPresent()).as("bit %s", bit).isFalse();
                proved.ifPresent(
                        value -> assertThat(history.entries().containsKey(near)).isFalse());
            }
        }
    }

    /** All that can be put together from true proofs of all paths, their beginnings, and all claims. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noMixtureOfTrueProofsProvesWhatIsNotTrue(long seed) {
        History history = history(seed, 8, 5);
        NavigableMap<StatePath, Hash> entries = history.entries();
        List<StateProof.Claim> claims = new ArrayList<>();
        claims.add(StateProof.Nothing.HERE);
        for (int value = 0; value < 3; value++) {
            claims.add(StateProof.Present.of(History.value(value)));
        }
        entries.forEach((path, valueHash) -> claims.add(new StateProof.Other(path, valueHash)));
        int proved = 0;
        for (StatePath from : history.paths) {
            List<Hash> siblings =
                    StateProofs.of(history.pages, history.root(), from).siblings();
            for (int length = 0; length <= siblings.size(); length++) {
                for (StateProof.Claim claim : claims) {
                    StateProof proof = new StateProof(siblings.subList(0, length), claim);
                    for (StatePath path : history.paths) {
                        proved += isTrueOrRefused(history.root().hash(), path, proof, entries) ? 1 : 0;
                    }
                }
            }
        }
        assertThat(proved).isGreaterThanOrEqualTo(history.paths.size());
    }

    private static boolean isTrueOrRefused(Hash root, StatePath path, StateProof proof, Map<StatePath, Hash> entries) {
        try {
            Optional<byte[]> value = StateProofCheck.valueAt(root, path, proof);
            assertThat(value.map(Domain.STATE_VALUE::hash)).isEqualTo(Optional.ofNullable(entries.get(path)));
            return true;
        } catch (StateProofRefused refused) {
            return false;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void aLargeProofThatIsChangedAtRandomProvesNothing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        History history = history(seed, 600, 4);
        List<StatePath> deep = history.paths.stream()
                .filter(path -> StateProofs.of(history.pages, history.root(), path)
                                .siblings()
                                .size()
                        > 12)
                .toList();
        Hash root = history.root().hash();
        for (int round = 0; round < ROUNDS; round++) {
            StatePath path = deep.get(random.nextInt(deep.size()));
            byte[] proof = StateProofCodec.encode(StateProofs.of(history.pages, history.root(), path));
            byte[] damaged = Damage.to(proof, random);
            assertThat(proved(root, path, damaged).isPresent())
                    .as("seed %s, round %s", seed, round)
                    .isEqualTo(Arrays.equals(proof, damaged));
        }
    }

    @Test
    void aProofIsSmallInATreeOfAMillionEntries() {
        List<Hash> siblings = new ArrayList<>();
        // Twice the logarithm: deeper than any of a million random paths is likely to stand.
        for (int i = 0; i < 40; i++) {
            siblings.add(History.valueHash(i));
        }
        StateProof.Other other = new StateProof.Other(new StatePath(Hash.ZEROS), Hash.ZEROS);

        assertThat(StateProofCodec.encode(new StateProof(siblings, other))).hasSizeLessThan(2_000);
    }

    @Test
    void theCheckItselfRefusesWhatNoBytesCouldSay() {
        StatePath path = new StatePath(History.valueHash(1));
        List<Hash> tooMany = Collections.nCopies(257, History.valueHash(2));
        StateProof long257 = new StateProof(tooMany, StateProof.Nothing.HERE);
        StateProof besideNothing = new StateProof(List.of(Hash.ZEROS), StateProof.Nothing.HERE);
        Hash nodeOfNothing = Domain.STATE_NODE.hash(Hash.ZEROS.toBytes(), Hash.ZEROS.toBytes());

        // A tree as nobody would build it: a leaf whose path goes to the right stands on the left.
        StateProof.Other misplaced = new StateProof.Other(pathOf(0x80), History.valueHash(1));
        Hash leaf = Domain.STATE_LEAF.hash(
                misplaced.path().hash().toBytes(), misplaced.valueHash().toBytes());
        Hash misplacedRoot = Domain.STATE_NODE.hash(leaf.toBytes(), leaf.toBytes());
        StateProof besideMisplaced = new StateProof(List.of(leaf), misplaced);

        assertThatThrownBy(() -> StateProofCheck.valueAt(misplacedRoot, pathOf(0), besideMisplaced))
                .isInstanceOf(StateProofRefused.class)
                .hasMessageContaining("does not stand in the place");
        assertThatThrownBy(() -> StateProofCheck.valueAt(Hash.ZEROS, path, long257))
                .isInstanceOf(StateProofRefused.class)
                .hasMessageContaining("more siblings");
        assertThatThrownBy(() -> StateProofCheck.valueAt(nodeOfNothing, path, besideNothing))
                .isInstanceOf(StateProofRefused.class)
                .hasMessageContaining("nothing beside it");
    }

    @Test
    void noProofIsMadeOfWhatIsNotSo() {
        History history = new History(new SplittableRandom(1), 1);
        StatePath path = history.paths.getFirst();
        StatePlace empty = StateTree.find(history.pages, StateRoot.NONE, path);
        history.play(List.of(new EntryChange.Put(path, History.valueHash(1))));
        StatePlace there = StateTree.find(history.pages, history.root(), path);

        assertThatThrownBy(() -> empty.ofPresence(History.value(1))).isInstanceOf(InvariantBroken.class);
        assertThatThrownBy(() -> there.ofPresence(History.value(2))).isInstanceOf(InvariantBroken.class);
        assertThatThrownBy(there::ofAbsence).isInstanceOf(InvariantBroken.class);
        assertThat(there.ofPresence(History.value(1)).siblings()).isEmpty();
        assertThat(empty.ofAbsence().claim()).isEqualTo(StateProof.Nothing.HERE);
    }
}
