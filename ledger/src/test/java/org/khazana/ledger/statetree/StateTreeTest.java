package org.khazana.ledger.statetree;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.InvariantBroken;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;

class StateTreeTest {
    private static final int HISTORIES = 40;

    private static StatePath path(String digits) {
        return new StatePath(Hash.fromHex(digits + "0".repeat(64 - digits.length())));
    }

    private static EntryChange put(String digits, int value) {
        return new EntryChange.Put(path(digits), History.valueHash(value));
    }

    private static EntryChange removal(String digits) {
        return new EntryChange.Removal(path(digits));
    }

    private static Hash leaf(String digits, int value) {
        return Domain.STATE_LEAF.hash(
                path(digits).hash().toBytes(), History.valueHash(value).toBytes());
    }

    private static Hash node(Hash left, Hash right) {
        return Domain.STATE_NODE.hash(left.toBytes(), right.toBytes());
    }

    private static History history() {
        return new History(new SplittableRandom(1), 1);
    }

    @Test
    void theRootOfNothingIsZerosAndThatOfOneEntryItsLeaf() {
        History history = history();

        assertThat(history.root().hash()).isEqualTo(Hash.ZEROS);
        assertThat(history.play(List.of(removal("8"))).root()).isEqualTo(StateRoot.NONE);
        assertThat(history.play(List.of(put("8", 1))).root().hash()).isEqualTo(leaf("8", 1));
        assertThat(history.play(List.of(put("8", 2))).root().hash()).isEqualTo(leaf("8", 2));
        assertThat(history.play(List.of(removal("8"))).root()).isEqualTo(StateRoot.NONE);
        assertThat(history.pages.size()).isZero();
    }

    @Test
    void anEntryStandsAsHighAsItIsAlone() {
        History history = history();

        history.play(List.of(put("0", 1), put("8", 2)));
        Hash two = history.root().hash();
        history.play(List.of(put("9", 3)));
        Hash three = history.root().hash();
        history.play(List.of(put("88", 4), removal("9")));
        Hash below = history.root().hash();

        Hash none = Hash.ZEROS;
        assertThat(two).isEqualTo(node(leaf("0", 1), leaf("8", 2)));
        assertThat(three).isEqualTo(node(leaf("0", 1), node(node(node(leaf("8", 2), leaf("9", 3)), none), none)));
        assertThat(below)
                .isEqualTo(node(leaf("0", 1), node(node(node(node(leaf("8", 2), leaf("88", 4)), none), none), none)));
    }

    @Test
    void twoPathsThatDifferInTheLastBitTake64Pages() {
        History history = history();
        String alike = "a".repeat(63);

        TreeUpdate update = history.play(List.of(put(alike + "0", 1), put(alike + "1", 2)));

        assertThat(update.pages()).hasSize(64);
        assertThat(StateTree.find(history.pages, update.root(), path(alike + "1"))
                        .entry())
                .contains(new LeafKey(path(alike + "1"), update.height()));
        assertThat(history.play(List.of(removal(alike + "0"))).root().hash()).isEqualTo(leaf(alike + "1", 2));
    }

    /** Everything that must hold after each block, on many small histories. */
    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = {0, 1_000, 2_000, 3_000})
    void everyRootIsThatOfTheDefinitionAndAllIsFoundFromIt(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + 5 * HISTORIES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            History history = new History(random, 1 + random.nextInt(random.nextBoolean() ? 6 : 60));
            int changesMax = 1 + random.nextInt(2 * history.paths.size());
            for (int block = 0; block < 12; block++) {
                history.playBlock(changesMax);
                assertThat(history.root().hash())
                        .as("seed %s, height %s", seed, history.height())
                        .isEqualTo(NaiveTree.root(history.entries()));
            }
            History.Reached reached = History.reachedFrom(history.pages, history.root());
            assertThat(reached.entries()).as("seed %s", seed).isEqualTo(history.entries());
            Map<StatePath, Long> heights = new TreeMap<>();
            reached.leaves().forEach((path, leaf) -> heights.put(path, leaf.height()));
            assertThat(heights).as("seed %s", seed).isEqualTo(new TreeMap<>(history.writtenAt));
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = 0)
    void theOrderOfChangesAndTheirBlocksLeaveNoTraceInTheRoot(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + HISTORIES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            History history = new History(random, 1 + random.nextInt(40));
            for (int block = 0; block < 8; block++) {
                history.playBlock(history.paths.size());
            }
            NavigableMap<StatePath, Hash> entries = history.entries();

            List<EntryChange> shuffled = new ArrayList<>();
            History.puts(entries).forEachRemaining(shuffled::add);
            Collections.shuffle(shuffled, new Random(seed));
            History oneByOne = history();
            shuffled.forEach(change -> oneByOne.play(List.of(change)));
            List<Page> rebuilt = new ArrayList<>();
            StateRoot root = StateTree.rebuild(History.puts(entries), 7, rebuilt::add);

            assertThat(oneByOne.root().hash())
                    .as("seed %s", seed)
                    .isEqualTo(history.root().hash());
            assertThat(root.hash()).as("seed %s", seed).isEqualTo(history.root().hash());
            assertThat(hashes(rebuilt))
                    .as("seed %s", seed)
                    .isEqualTo(hashes(
                            History.reachedFrom(oneByOne.pages, oneByOne.root()).pages()));
        }
    }

    /** By prefix. */
    private static Map<String, Hash> hashes(List<Page> pages) {
        Map<String, Hash> hashes = new TreeMap<>();
        pages.forEach(page -> hashes.put(page.key().prefix().toString(), new TreeHasher().hash(page)));
        return hashes;
    }

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = 0)
    void aRebuiltTreeGoesOnLikeAnyOther(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + HISTORIES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            History history = new History(random, 2 + random.nextInt(40));
            history.playBlock(2 * history.paths.size());
            PagesInMemory pages = new PagesInMemory();
            StateRoot root = StateTree.rebuild(History.puts(history.entries()), history.height(), pages::write);
            TreeUpdate update = history.playBlock(history.paths.size());

            List<EntryChange> changes = new ArrayList<>();
            NavigableMap<StatePath, Hash> before =
                    history.entriesAfter.lowerEntry(history.height()).getValue();
            for (StatePath path : history.paths.stream().sorted().toList()) {
                Hash now = history.entries().get(path);
                if (now != null) {
                    changes.add(new EntryChange.Put(path, now));
                } else if (before.containsKey(path)) {
                    changes.add(new EntryChange.Removal(path));
                }
            }
            TreeUpdate again = StateTree.update(pages, root, history.height(), changes);

            assertThat(again.root().hash())
                    .as("seed %s", seed)
                    .isEqualTo(update.root().hash());
            assertThat(again.pages()).as("seed %s", seed).hasSameSizeAs(update.pages());
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = 0)
    void whatIsForgottenIsWhatNoRootThatIsKeptLeadsTo(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + HISTORIES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            History history = new History(random, 1 + random.nextInt(20));
            for (int block = 0; block < 15; block++) {
                history.playBlock(8);
            }
            long kept = 1 + random.nextLong(history.height());
            history.pages.forgetBelow(kept);

            Set<PageKey> reachable = new LinkedHashSet<>();
            // The root that was in force at that height may be older.
            history.roots.tailMap(history.roots.floorKey(kept), true).forEach((height, root) -> {
                History.Reached reached = History.reachedFrom(history.pages, root);
                assertThat(reached.entries()).isEqualTo(history.entriesAfter.get(height));
                reached.pages().forEach(page -> reachable.add(page.key()));
            });
            assertThat(history.pages.size()).as("seed %s", seed).isEqualTo(reachable.size());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyVersionOfAnEntryIsWrittenOnceAndGoesStaleOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        History history = new History(random, 30);
        Map<LeafKey, Integer> living = new LinkedHashMap<>();
        for (int block = 0; block < 300; block++) {
            TreeUpdate update = history.playBlock(10);
            for (LeafKey leaf : update.leaves()) {
                assertThat(leaf.height()).isEqualTo(update.height());
                assertThat(living.put(leaf, block)).isNull();
            }
            update.staleLeaves().forEach(leaf -> assertThat(living.remove(leaf)).isNotNull());
            assertThat(living).hasSize(history.entries().size());
        }
    }

    @Test
    void whereNothingChangesNothingIsWritten() {
        History history = history();
        history.play(List.of(put("1", 1), put("12", 2), put("2", 3)));
        StateRoot before = history.root();

        TreeUpdate update = history.play(List.of(removal("0"), put("1", 1), removal("11"), put("12", 2)));

        assertThat(update.root()).isEqualTo(before);
        assertThat(update.pages()).isEmpty();
        assertThat(update.leaves()).isEmpty();
        assertThat(update.stalePages()).isEmpty();
        assertThat(update.staleLeaves()).isEmpty();
    }

    @Test
    void whatAnUpdateGivesIsInOneOrder() {
        List<EntryChange> changes = List.of(put("1", 1), put("12", 2), put("123", 3), put("8", 4), put("88", 5));

        TreeUpdate update = history().play(changes);

        assertThat(update.pages())
                .extracting(page -> page.key().prefix().toString())
                .containsExactly("12", "1", "8", "");
        assertThat(update.leaves()).extracting(LeafKey::path).isSorted();
        assertThat(history().play(changes)).isEqualTo(update);
    }

    @Test
    void changesOutOfOrderAndHeightsThatDoNotRiseAreRefused() {
        History history = history();
        TreeUpdate update = history.play(List.of(put("1", 1), put("2", 1)));
        List<EntryChange> outOfOrder = List.of(put("2", 1), put("1", 1));
        List<EntryChange> twice = List.of(put("2", 1), removal("2"));
        StateRoot one = StateTree.update(history.pages, StateRoot.NONE, 5, List.of(put("2", 1)))
                .root();

        assertThatThrownBy(() -> history.play(outOfOrder)).isInstanceOf(InvariantBroken.class);
        assertThatThrownBy(() -> history.play(twice)).isInstanceOf(InvariantBroken.class);
        assertThatThrownBy(() -> StateTree.update(history.pages, update.root(), update.height(), List.of(put("3", 1))))
                .isInstanceOf(InvariantBroken.class)
                .hasMessageContaining("follows on height");
        assertThatThrownBy(() -> StateTree.update(history.pages, one, 5, List.of(put("2", 2))))
                .isInstanceOf(InvariantBroken.class)
                .hasMessageContaining("follows on height");
        assertThatThrownBy(() -> StateTree.rebuild(
                        List.of(new EntryChange.Put(path("2"), Hash.ZEROS), new EntryChange.Put(path("1"), Hash.ZEROS))
                                .iterator(),
                        1,
                        page -> {}))
                .isInstanceOf(InvariantBroken.class);
    }

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = {0, 1_000})
    void everyHeightThatIsKeptCanBeProvedOfEveryPath(long firstSeed) throws StateProofRefused {
        for (long seed = firstSeed; seed < firstSeed + 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            History history = new History(random, 1 + random.nextInt(20));
            for (int block = 0; block < 12; block++) {
                history.playBlock(6);
            }
            for (Map.Entry<Long, StateRoot> root : history.roots.entrySet()) {
                Map<StatePath, Hash> entries = requireNonNull(history.entriesAfter.get(root.getKey()));
                for (StatePath path : history.paths) {
                    Hash expected = entries.get(path);
                    StateProof proof = StateProofs.of(history.pages, root.getValue(), path);
                    StateProof received = StateProofCodec.decode(StateProofCodec.encode(proof));
                    Optional<byte[]> proved =
                            StateProofCheck.valueAt(root.getValue().hash(), path, received);
                    assertThat(received).isEqualTo(proof);
                    assertThat(proved.map(Domain.STATE_VALUE::hash))
                            .as("seed %s, height %s", seed, root.getKey())
                            .isEqualTo(Optional.ofNullable(expected));
                }
            }
        }
    }
}
