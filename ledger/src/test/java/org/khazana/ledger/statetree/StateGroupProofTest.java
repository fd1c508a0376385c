package org.khazana.ledger.statetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Tables;

/** A proof of a group shows all records of it, and nobody can make one that shows others. */
class StateGroupProofTest {
    private static Registers registers(long seed, int accounts, int others, int blocks) {
        Registers registers = new Registers(new SplittableRandom(seed), accounts, others);
        for (int block = 0; block < blocks; block++) {
            registers.playBlock(accounts);
        }
        return registers;
    }

    private static Optional<List<GroupRecord>> proved(Hash root, AssetCode asset, StateGroupProof proof) {
        try {
            return Optional.of(StateGroupCheck.prove(root, Registers.group(asset), proof)
                    .records());
        } catch (StateProofRefused refused) {
            assertThat(refused).hasMessageMatching("(?s).{5,300}");
            return Optional.empty();
        }
    }

    @Test
    void positionsAreTheTableThatIsGrouped() {
        assertThat(Tables.all().stream().filter(table -> StateGroup.areGrouped(table.number())))
                .containsExactly(Tables.POSITIONS);
        assertThat(Registers.TWINS.stream()
                        .map(twin -> Registers.group(twin).first())
                        .distinct())
                .hasSize(1);
        assertThat(Registers.group(Registers.TWINS.getFirst())).isNotEqualTo(Registers.group(Registers.TWINS.getLast()));
    }

    @Test
    void groupsStandOnTheRightAndEverythingElseOnTheLeft() {
        for (int i = 0; i < 1_000; i++) {
            byte[] key = Registers.key(i, new AssetCode("PKR"));
            assertThat(StatePath.of(6, key).bit(0)).isEqualTo(1);
            assertThat(Registers.group(new AssetCode("PKR")).isAbove(StatePath.of(6, key)))
                    .isTrue();
            assertThat(StatePath.of(5, key).bit(0)).isZero();
        }
    }

    @ParameterizedTest(name = "seed {0}, {1} accounts, {2} other records")
    @CsvSource({"1,1,0", "2,2,0", "3,2,3", "4,6,1", "5,10,50", "6,150,20"})
    void aProofShowsWhatAnAccountOfAllBlocksSays(long seed, int accounts, int others) {
        Registers registers = new Registers(new SplittableRandom(seed), accounts, others);
        for (int block = 0; block < (accounts < 10 ? 60 : 4); block++) {
            registers.playBlock(accounts);
            for (AssetCode asset : Registers.ASSETS) {
                StateGroupProof proof = registers.proof(asset);
                Hash root = registers.root().hash();

                assertThat(root).isEqualTo(NaiveTree.root(registers.entries()));
                assertThat(proved(root, asset, proof).map(Registers::shown))
                        .as("%s after block %s", asset, block)
                        .hasValueSatisfying(shown -> assertThat(shown)
                                .containsExactlyInAnyOrderEntriesOf(registers.held(asset)));
                assertThat(proof.siblings().size() == StateGroup.DEPTH
                                || proof.records().size() < 2)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}, {1} accounts")
    @CsvSource({"1,1", "2,2", "3,4", "4,40"})
    void aHoldersProofTakenFromItIsThatOfTheTree(long seed, int accounts) throws StateProofRefused {
        Registers registers = new Registers(new SplittableRandom(seed), accounts, 3);
        for (int block = 0; block < 60 / accounts + 2; block++) {
            registers.playBlock(accounts);
            for (AssetCode asset : Registers.ASSETS) {
                ProvedGroup group = StateGroupCheck.prove(
                        registers.root().hash(), Registers.group(asset), registers.proof(asset));
                for (long account = 0; account <= accounts + 3; account++) {
                    assertThat(group.proofOf(Registers.key(account, asset)))
                            .as("account %s, %s, block %s", account, asset, block)
                            .isEqualTo(registers.proof(account, asset));
                }
                assertThatThrownBy(() -> group.proofOf(Registers.key(1, new AssetCode("ANOTHER"))))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void leavingOutAddingOrChangingAnyRecordIsRefused(long seed) {
        Registers registers = registers(seed, 5, 5, 6);
        Hash root = registers.root().hash();
        for (AssetCode asset : Registers.ASSETS) {
            StateGroupProof proof = registers.proof(asset);
            List<GroupRecord> records = proof.records();
            for (int i = 0; i < records.size(); i++) {
                List<GroupRecord> without = new ArrayList<>(records);
                GroupRecord at = without.remove(i);
                assertThat(proved(root, asset, with(proof, without))).isEmpty();
                for (int bit = 0; bit < 8 * (at.key().length + at.value().length); bit++) {
                    assertThat(proved(root, asset, with(proof, replaced(records, i, flipped(at, bit)))))
                            .isEmpty();
                }
                assertThat(proved(root, asset, with(proof, replaced(records, i, new GroupRecord(new byte[3], at.value())))))
                        .isEmpty();
                List<GroupRecord> twice = new ArrayList<>(records);
                twice.add(i, at);
                assertThat(proved(root, asset, with(proof, twice))).isEmpty();
                List<GroupRecord> swapped = new ArrayList<>(records);
                Collections.swap(swapped, i, (i + 1) % records.size());
                assertThat(records.size() < 2 || proved(root, asset, with(proof, swapped)).isEmpty())
                        .isTrue();
            }
            for (long account = 0; account < 15; account++) {
                List<GroupRecord> more = new ArrayList<>(records);
                more.add(new GroupRecord(Registers.key(account, asset), new byte[16]));
                StateEntries entries = new StateEntries();
                more.sort((one, other) -> entries.path(6, one.key()).compareTo(entries.path(6, other.key())));
                assertThat(proved(root, asset, with(proof, more))).isEmpty();
            }
        }
    }

    private static StateGroupProof with(StateGroupProof proof, List<GroupRecord> records) {
        return new StateGroupProof(proof.siblings(), records, records.isEmpty() ? proof.other() : Optional.empty());
    }

    private static List<GroupRecord> replaced(List<GroupRecord> records, int at, GroupRecord by) {
        List<GroupRecord> replaced = new ArrayList<>(records);
        replaced.set(at, by);
        return replaced;
    }

    private static GroupRecord flipped(GroupRecord record, int bit) {
        byte[] key = record.key().clone();
        byte[] value = record.value().clone();
        byte[] bytes = bit < 8 * key.length ? key : value;
        int at = bit < 8 * key.length ? bit : bit - 8 * key.length;
        bytes[at / 8] ^= (byte) (1 << at % 8);
        return new GroupRecord(key, value);
    }

    @ParameterizedTest(name = "{0} accounts")
    @ValueSource(ints = {1, 2, 3})
    void everyBitOfASmallProofMatters(int accounts) throws StateProofRefused {
        Set<Integer> kinds = new HashSet<>();
        for (long seed = 1; seed <= 3; seed++) {
            Registers registers = registers(seed, accounts, 2, 3);
            for (AssetCode asset : Registers.ASSETS) {
                byte[] good = StateGroupProofCodec.encode(registers.proof(asset));
                kinds.add(registers.proof(asset).records().size());
                assertThat(StateGroupProofCodec.encode(StateGroupProofCodec.decode(good)))
                        .isEqualTo(good);
                for (int bit = 0; bit < 8 * good.length; bit++) {
                    byte[] bad = good.clone();
                    bad[bit / 8] ^= (byte) (1 << bit % 8);
                    assertThat(isProved(registers.root().hash(), asset, bad))
                            .as("seed %s, %s, bit %s", seed, asset, bit)
                            .isFalse();
                }
            }
        }
        assertThat(kinds).contains(0, 1);
    }

    private static boolean isProved(Hash root, AssetCode asset, byte[] proof) {
        try {
            return proved(root, asset, StateGroupProofCodec.decode(proof)).isPresent();
        } catch (StateProofRefused refused) {
            return false;
        }
    }

    @Test
    void aProofOfOneAssetProvesNothingOfAnotherUnlessThatIsTrue() {
        for (long seed = 1; seed <= 20; seed++) {
            Registers registers = registers(seed, 3, 2, 3);
            for (AssetCode from : Registers.ASSETS) {
                for (AssetCode to : Registers.ASSETS) {
                    proved(registers.root().hash(), to, registers.proof(from))
                            .ifPresent(records -> assertThat(Registers.shown(records))
                                    .containsExactlyInAnyOrderEntriesOf(registers.held(to)));
                }
            }
        }
    }

    @Test
    void whatIsBelowTheNodeCannotBeHiddenInASiblingOrAsAnotherEntry() {
        Registers registers = registers(4, 1, 0, 0);
        while (registers.held(new AssetCode("PKR")).isEmpty()) {
            registers.playBlock(1);
        }
        Hash root = registers.root().hash();
        AssetCode asset = new AssetCode("PKR");
        StateGroupProof proof = registers.proof(asset);
        byte[] key = proof.records().getFirst().key();
        StateProof.Other itself = new StateProof.Other(
                StatePath.of(6, key), new StateEntries().valueHash(proof.records().getFirst().value()));

        assertThat(proved(root, asset, proof)).isPresent();
        assertThat(proved(root, asset, new StateGroupProof(proof.siblings(), List.of(), Optional.of(itself))))
                .isEmpty();
        assertThat(proved(root, asset, new StateGroupProof(proof.siblings(), proof.records(), Optional.of(itself))))
                .isEmpty();
        for (AssetCode other : Registers.ASSETS) {
            assertThat(other.equals(asset)
                            || proved(root, other, new StateGroupProof(proof.siblings(), List.of(), Optional.of(itself)))
                                    .map(List::isEmpty)
                                    .orElse(true))
                    .isTrue();
        }
    }

    @Test
    void aRootOfWhatIsNoTreeProvesNothing() {
        AssetCode asset = new AssetCode("PKR");
        StateEntries entries = new StateEntries();
        EntryChange.Put own = entries.of(6, Registers.key(1, asset), new byte[16]);
        EntryChange.Put left = entries.of(7, new byte[1], new byte[1]);
        Hash ownLeaf = new Subtree.Leaf(own.path(), own.valueHash(), 0).hash();
        Hash leftLeaf = new Subtree.Leaf(left.path(), left.valueHash(), 0).hash();
        Hash inTheWrongPlace = Domain.STATE_NODE.hash(ownLeaf.toBytes(), leftLeaf.toBytes());
        Hash belowNothingElse = Domain.STATE_NODE.hash(Hash.ZEROS.toBytes(), ownLeaf.toBytes());
        List<GroupRecord> records = List.of(new GroupRecord(Registers.key(1, asset), new byte[16]));
        StateProof.Other other = new StateProof.Other(left.path(), left.valueHash());

        assertThat(proved(inTheWrongPlace, asset, new StateGroupProof(List.of(ownLeaf), List.of(), Optional.of(other))))
                .isEmpty();
        assertThat(proved(belowNothingElse, asset, new StateGroupProof(List.of(Hash.ZEROS), records, Optional.empty())))
                .isEmpty();
        assertThat(proved(ownLeaf, asset, new StateGroupProof(List.of(), records, Optional.empty())))
                .isPresent();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void aProofIsReadOnlyInItsOneForm(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<byte[]> goods = new ArrayList<>();
        for (int accounts = 1; accounts < 5; accounts++) {
            Registers registers = registers(seed, accounts, 3, 4);
            Registers.ASSETS.forEach(asset -> goods.add(StateGroupProofCodec.encode(registers.proof(asset))));
        }
        int read = 0;
        int rounds = 5_000;
        for (int round = 0; round < rounds; round++) {
            byte[] bytes = Damage.to(goods.get(random.nextInt(goods.size())), random);
            try {
                StateGroupProof proof = StateGroupProofCodec.decode(bytes);
                assertThat(StateGroupProofCodec.encode(proof)).isEqualTo(bytes);
                proved(Hash.ZEROS, new AssetCode("PKR"), proof);
                read++;
            } catch (StateProofRefused refused) {
                assertThat(refused).hasMessageMatching("(?s).{5,300}");
            }
        }
        assertThat(read).isBetween(1, rounds - 1);
    }

    @Test
    void nothingIsAllottedForRecordsThatAreOnlySaidToCome() {
        byte[] many = {1, 0, 0, 1, 0, 0x10, 0, 0};
        byte[] tooMany = {1, 0, 0, 1, 0, 0x10, 0, 1};
        byte[] none = {1, 0, 0, 1, 0, 0, 0, 0};

        assertThatThrownBy(() -> StateGroupProofCodec.decode(many)).hasMessageContaining("breaks off");
        assertThatThrownBy(() -> StateGroupProofCodec.decode(tooMany)).hasMessageContaining("a proof of 1048577");
        assertThatThrownBy(() -> StateGroupProofCodec.decode(none)).hasMessageContaining("a proof of 0");
    }
}
