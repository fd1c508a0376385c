package org.khazana.ledger.statetree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;

/** The tree and its proofs, against bytes that another implementation worked out. */
class StateTreeVectorTest {
    private static final int RECORDS = 8;
    private static final long ACCOUNTS_BEFORE = 4000;
    private static final AssetCode PKR = new AssetCode("PKR");

    private Map<String, byte[]> vectors = Map.of();

    @BeforeEach
    void readVectors() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(StateTreeVectorTest.class.getResourceAsStream("/state-tree-vectors.txt"))) {
            Function<String, String[]> split = line -> line.split(" = ", -1);
            vectors = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(split)
                    .collect(Collectors.toMap(
                            parts -> parts[0], parts -> HexFormat.of().parseHex(parts[1])));
        }
    }

    private byte[] bytes(String name) {
        return Objects.requireNonNull(vectors.get(name), name);
    }

    private Hash hash(String name) {
        return Hash.of(bytes(name));
    }

    private static Position position(int number) {
        return new Position(new AccountId(ACCOUNTS_BEFORE + number), PKR, 100L * number, number);
    }

    @Test
    void theEntriesOfRecordsAreAsPublished() {
        for (int i = 1; i <= RECORDS; i++) {
            PositionKey key = PositionKey.of(position(i));
            EntryChange.Put entry =
                    new StateEntries().of(Tables.POSITIONS.number(), bytes("key-" + i), bytes("value-" + i));

            assertThat(Tables.POSITIONS.keyBytes(key)).isEqualTo(bytes("key-" + i));
            assertThat(Tables.POSITIONS.valueBytes(position(i))).isEqualTo(bytes("value-" + i));
            assertThat(entry.path().hash()).isEqualTo(hash("path-" + i));
            assertThat(entry.path()).isEqualTo(StatePath.of(6, bytes("key-" + i)));
            assertThat(entry.valueHash()).isEqualTo(hash("value-hash-" + i));
            assertThat(new Subtree.Leaf(entry.path(), entry.valueHash(), 0).hash())
                    .isEqualTo(hash("leaf-" + i));
        }
    }

    @Test
    void theRootsAreThoseOfThePublishedTrees() {
        InMemoryLedgerState state = new InMemoryLedgerState();
        List<Hash> roots = new ArrayList<>();
        for (int i = 0; i <= RECORDS; i++) {
            if (i > 0) {
                state.apply(Tables.POSITIONS.put(position(i)));
            }
            roots.add(StateTree.rebuild(StateEntries.all(state, Tables.all()).iterator(), i, page -> {})
                    .hash());
            assertThat(roots.getLast()).as("root of %s", i).isEqualTo(hash("root-of-" + i));
        }
        state.apply(Tables.POSITIONS.removal(PositionKey.of(position(3))));
        assertThat(StateTree.rebuild(StateEntries.all(state, Tables.all()).iterator(), 9, page -> {})
                        .hash())
                .isEqualTo(hash("root-without-3"));
    }

    @Test
    void theProofsAreThePublishedOnes() throws StateProofRefused {
        InMemoryLedgerState state = new InMemoryLedgerState();
        for (int i = 1; i <= RECORDS; i++) {
            state.apply(Tables.POSITIONS.put(position(i)));
        }
        PagesInMemory pages = new PagesInMemory();
        StateRoot root = StateTree.rebuild(StateEntries.all(state, Tables.all()).iterator(), 1, pages::write);

        StatePath third = new StatePath(hash("path-3"));
        StateProof presence = StateTree.find(pages, root, third).ofPresence(bytes("value-3"));
        assertThat(StateProofCodec.encode(presence)).isEqualTo(bytes("proof-of-3"));
        assertThat(proved("root-of-8", third, "proof-of-3")).contains(bytes("value-3"));
        for (String which : List.of("nothing", "another")) {
            StatePath absent = StatePath.of(6, bytes("absent-key-beside-" + which));
            StateProof proof = StateTree.find(pages, root, absent).ofAbsence();
            assertThat(StateProofCodec.encode(proof)).isEqualTo(bytes("proof-of-absence-by-" + which));
            assertThat(proved("root-of-8", absent, "proof-of-absence-by-" + which))
                    .isEmpty();
        }
    }

    @Test
    void theLongestProofIsThePublishedOne() throws StateProofRefused {
        History history = new History(new SplittableRandom(1), 1);
        List<EntryChange> puts = new ArrayList<>();
        for (String name : List.of("c", "a", "b")) {
            puts.add(new EntryChange.Put(
                    new StatePath(hash("far-path-" + name)), Domain.STATE_VALUE.hash(bytes("far-value-" + name))));
        }
        TreeUpdate update = history.play(puts);

        assertThat(update.root().hash()).isEqualTo(hash("far-root"));
        for (String name : List.of("b", "c")) {
            StatePath path = new StatePath(hash("far-path-" + name));
            StateProof proof =
                    StateTree.find(history.pages, update.root(), path).ofPresence(bytes("far-value-" + name));
            assertThat(StateProofCodec.encode(proof)).isEqualTo(bytes("far-proof-of-" + name));
            assertThat(proved("far-root", path, "far-proof-of-" + name)).contains(bytes("far-value-" + name));
        }
        assertThat(StateProofCodec.decode(bytes("far-proof-of-b")).siblings()).hasSize(StatePath.BITS);
    }

    @Test
    void theProofsOfWholeRegistersAreThePublishedOnes() throws StateProofRefused {
        InMemoryLedgerState state = new InMemoryLedgerState();
        for (int i = 1; i <= RECORDS; i++) {
            state.apply(Tables.POSITIONS.put(position(i)));
        }
        state.apply(Tables.ASSETS.put(Asset.currency(PKR, 2).withOutstandingUnits(3600)));
        state.apply(Tables.POSITIONS.put(new Position(new AccountId(4001), code("of-one"), 7)));
        for (int i = 1; i <= 3; i++) {
            state.apply(Tables.POSITIONS.put(new Position(new AccountId(i), code("of-twin"), 4 + i)));
        }
        state.apply(Tables.POSITIONS.put(new Position(new AccountId(1), code("of-other-twin"), 50, 1)));
        state.apply(Tables.POSITIONS.put(new Position(new AccountId(9), code("of-other-twin"), 60, 1)));
        PagesInMemory pages = new PagesInMemory();
        StateRoot root = StateTree.rebuild(StateEntries.all(state, Tables.all()).iterator(), 1, pages::write);

        assertThat(root.hash()).isEqualTo(hash("register-root"));
        assertThat(Tables.ASSETS.keyBytes(PKR)).isEqualTo(bytes("register-asset-key"));
        StatePath asset = StatePath.of(Tables.ASSETS.number(), bytes("register-asset-key"));
        assertThat(asset.hash()).isEqualTo(hash("register-asset-path"));
        assertThat(StateProofCodec.encode(StateTree.find(pages, root, asset).ofPresence(bytes("register-asset-value"))))
                .isEqualTo(bytes("register-asset-proof"));
        assertThat(group("of-many", "of-many", pages, root)).hasSize(RECORDS);
        assertThat(group("of-one", "of-one", pages, root)).hasSize(1);
        assertThat(group("of-twin", "of-both-twins", pages, root)).hasSize(3);
        assertThat(group("of-other-twin", "of-both-twins", pages, root)).hasSize(2);
        assertThat(group("beside-nothing", "beside-nothing", pages, root)).isEmpty();
        assertThat(group("beside-another", "beside-another", pages, root)).isEmpty();
    }

    private AssetCode code(String name) {
        return new AssetCode(new String(bytes("register-code-" + name), StandardCharsets.US_ASCII));
    }

    /** What the published proof proves; it is the one that is made from the tree. */
    private List<GroupRecord> group(String code, String proof, PageReads pages, StateRoot root)
            throws StateProofRefused {
        StateGroup group = StateGroup.ofPositions(Tables.ASSETS.keyBytes(code(code)));
        StateGroupProof published = StateGroupProofCodec.decode(bytes("register-proof-" + proof));
        List<LeafKey> found = new ArrayList<>();
        StateGroupPlace place = StateTree.find(pages, root, group);
        place.forEach(pages, (entry, valueHash) -> found.add(entry));
        assertThat(StateGroupProofCodec.encode(place.of(published.records())))
                .isEqualTo(bytes("register-proof-" + proof));
        assertThat(found).hasSize(published.records().size());
        return StateGroupCheck.prove(hash("register-root"), group, published).records();
    }

    private Optional<byte[]> proved(String root, StatePath path, String proof) throws StateProofRefused {
        return StateProofCheck.valueAt(hash(root), path, StateProofCodec.decode(bytes(proof)));
    }
}
