package org.khazana.storage.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.RegisterKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.GroupRecord;
import org.khazana.ledger.statetree.LeafKey;
import org.khazana.ledger.statetree.PageReads;
import org.khazana.ledger.statetree.StateGroup;
import org.khazana.ledger.statetree.StateGroupCheck;
import org.khazana.ledger.statetree.StateGroupProof;
import org.khazana.ledger.statetree.StatePath;
import org.khazana.ledger.statetree.StateProofRefused;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.statetree.StateTree;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.time.BusinessTime;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.storage.schema.OwnKey;
import org.khazana.storage.schema.OwnTables;
import org.khazana.storage.schema.StoredHeads;

/** Held against every state that there ever was: what should be kept can be proved, and nothing else is kept. */
class TreeForgettingTest {
    private static final List<AssetCode> ASSETS =
            List.of(new AssetCode("T033697"), new AssetCode("T072376"), new AssetCode("PKR"));

    @TempDir
    private Path folder;

    /** The positions after each block, and the days at which business dates ended with it. */
    private final List<Map<PositionKey, Position>> history = new ArrayList<>();

    private final TreeMap<Long, Long> dateOfEnd = new TreeMap<>();
    private int day;

    @ParameterizedTest(name = "seed {0}: {1} heights, {2} dates, then {3} dates, written after {4} changes")
    @CsvSource({"1,3,4,2,1", "2,1,3,3,7", "3,5,0,2,20", "4,2,6,0,33", "5,12,5,3,12"})
    void whatIsKeptIsWhatTheTreesNeedThatAreKept(long seed, long heights, int dates, int later, int changes) {
        SplittableRandom random = new SplittableRandom(seed);
        LedgerStore store = LedgerStore.open(folder, new TreesKept(heights, dates, changes));
        store.found(BlockResults.CHAIN, List.of());
        history.add(Map.of());
        int kept = dates;
        for (int block = 1; block <= 60; block++) {
            if (block == 40) {
                store.close();
                store = LedgerStore.open(folder, new TreesKept(heights, later, changes));
                kept = later;
                // Dates that were let go of do not come back.
                while (dateOfEnd.size() > dates) {
                    dateOfEnd.pollFirstEntry();
                }
            }
            apply(store, random);
            if (block % 3 == 0) {
                check(store, heights, kept);
            }
        }
        store.close();
    }

    private void apply(LedgerStore store, SplittableRandom random) {
        long height = store.appliedHeight() + 1;
        Map<PositionKey, Position> positions = new HashMap<>(history.getLast());
        List<Change> changes = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            Position position =
                    new Position(new AccountId(random.nextInt(8)), ASSETS.get(random.nextInt(3)), random.nextInt(3), 0);
            changes.add(position.set());
            if (position.quantity() == 0) {
                positions.remove(PositionKey.of(position));
            } else {
                positions.put(PositionKey.of(position), position);
            }
        }
        if (random.nextInt(4) == 0) {
            if (day > 0) {
                dateOfEnd.put(height - 1, (long) day);
            }
            day += 1 + random.nextInt(3);
            changes.add(Tables.BUSINESS_TIME.put(BusinessTime.FOUNDING.opened(day)));
        }
        store.apply(BlockResults.of(height, List.of(), NetChanges.of(store.view(), changes)));
        history.add(positions);
    }

    private void check(LedgerStore store, long heights, int dates) {
        long newest = store.appliedHeight();
        NavigableSet<Long> keep =
                new TreeSet<>(dateOfEnd.descendingKeySet().stream().limit(dates).toList());
        dateOfEnd.forEach((end, date) -> assertThat(store.lastBlockOf(date).isPresent())
                .as("the end of date %s", date)
                .isEqualTo(keep.contains(end)));
        keep.forEach(end -> assertThat(store.lastBlockOf(java.util.Objects.requireNonNull(dateOfEnd.get(end))))
                .hasValue(end));
        Set<Long> ends = Set.copyOf(keep);
        for (long height = Math.max(0, newest - heights); height <= newest; height++) {
            keep.add(height);
        }
        for (long height = 0; height <= newest; height++) {
            for (AssetCode asset : ASSETS) {
                Optional<StateGroupProof> proof = store.groupAt(height, group(asset));
                assertThat(proof.isPresent() || !keep.contains(height))
                        .as("%s after block %s of %s", asset, height, newest)
                        .isTrue();
                if (proof.isPresent()) {
                    assertThat(proved(store, height, asset, proof.get())).isEqualTo(held(height, asset));
                }
            }
        }
        store.read(snapshot -> {
            checkRows(((StoredView) snapshot).reads(), Math.max(0, newest - heights), ends, newest);
            return true;
        });
    }

    private static StateGroup group(AssetCode asset) {
        return StateGroup.ofPositions(Tables.ASSETS.keyBytes(asset));
    }

    private static Set<Position> proved(LedgerStore store, long height, AssetCode asset, StateGroupProof proof) {
        try {
            return StateGroupCheck.prove(store.head(height).orElseThrow().stateRoot(), group(asset), proof)
                    .records()
                    .stream()
                    .map(TreeForgettingTest::position)
                    .collect(Collectors.toSet());
        } catch (StateProofRefused refused) {
            throw new AssertionError(refused);
        }
    }

    private static Position position(GroupRecord shown) {
        return Tables.POSITIONS.readValue(Tables.POSITIONS.readKey(shown.key()), shown.value());
    }

    private Set<Position> held(long height, AssetCode asset) {
        return history.get((int) height).values().stream()
                .filter(position -> position.asset().equals(asset))
                .collect(Collectors.toSet());
    }

    /** All pages and all versions of records that are needed, by looking at each of them. */
    private static void checkRows(TableReads reads, long firstKept, Set<Long> dateEnds, long newest) {
        StoredTree stored = new StoredTree(reads);
        Set<OwnKey> pages = new TreeSet<>();
        PageReads counting = key -> {
            pages.add(OwnKey.of(key.toBytes()));
            return stored.page(key);
        };
        // The oldest checkpoint that is kept for what comes after it, which is the newest one not above the first
        // height.
        long first = TreeCheckpoint.newestUpTo(firstKept, reads).orElseThrow().height();
        Set<Long> trees = heights(OwnTables.TREES, reads);
        assertThat(trees).containsAll(dateEnds);
        assertThat(trees).allMatch(height -> height >= first || dateEnds.contains(height));
        for (long height : trees) {
            leaves(
                    counting,
                    TreeCheckpoint.newestUpTo(height, reads).orElseThrow().root());
        }
        assertThat(rows(OwnTables.PAGES, reads)).isEqualTo(pages);

        Set<Long> provable = new TreeSet<>(dateEnds);
        LongStream.rangeClosed(first, newest).forEach(provable::add);
        EarlierTrees earlierTrees = new EarlierTrees(reads);
        Set<LeafKey> now = leaves(stored, earlierTrees.root(head(newest, reads)).orElseThrow());
        Set<OwnKey> earlier = new TreeSet<>();
        for (long height : provable) {
            leaves(stored, earlierTrees.root(head(height, reads)).orElseThrow()).stream()
                    .filter(leaf -> !now.contains(leaf))
                    .forEach(leaf -> earlier.add(OwnKey.of(TreeWriting.bytes(leaf))));
        }
        assertThat(rows(OwnTables.EARLIER, reads)).isEqualTo(earlier);
        assertThat(heights(OwnTables.TREE_CHANGES, reads))
                .isEqualTo(LongStream.rangeClosed(first + 1, newest).boxed().collect(Collectors.toSet()));
    }

    private static Head head(long height, TableReads reads) {
        return StoredHeads.head(height, reads).orElseThrow();
    }

    private static Set<Long> heights(Table<Long, byte[]> table, TableReads reads) {
        Set<Long> found = new TreeSet<>();
        reads.scan(table, 0L, (height, value) -> found.add(height));
        return found;
    }

    private static Set<LeafKey> leaves(PageReads pages, StateRoot root) {
        Set<LeafKey> leaves = new HashSet<>();
        for (AssetCode asset : ASSETS) {
            StateTree.find(pages, root, group(asset)).forEach(pages, (leaf, valueHash) -> leaves.add(leaf));
        }
        byte[] time = Tables.BUSINESS_TIME.keyBytes(RegisterKey.BUSINESS_TIME);
        StateTree.find(pages, root, StatePath.of(Tables.BUSINESS_TIME.number(), time))
                .entry()
                .ifPresent(leaves::add);
        return leaves;
    }

    private static Set<OwnKey> rows(Table<OwnKey, byte[]> table, TableReads reads) {
        Set<OwnKey> rows = new TreeSet<>();
        reads.scan(table, OwnKey.of(new byte[0]), (key, value) -> rows.add(key));
        return rows;
    }

    @Test
    void aDateEndsWithTheBlockBeforeTheNextIsOpened() {
        try (LedgerStore store = LedgerStore.open(folder)) {
            store.found(BlockResults.CHAIN, List.of());
            open(store, 7);
            open(store, 7);
            store.apply(BlockResults.of(3, List.of(), NetChanges.NONE));
            assertThat(store.lastBlockOf(7)).isEmpty();
            open(store, 9);

            assertThat(store.lastBlockOf(7)).hasValue(3);
            assertThat(store.lastBlockOf(8)).isEmpty();
            assertThat(store.lastBlockOf(9)).isEmpty();
        }
    }

    private static void open(LedgerStore store, int date) {
        List<Change> opening = List.of(Tables.BUSINESS_TIME.put(BusinessTime.FOUNDING.opened(date)));
        store.apply(BlockResults.of(store.appliedHeight() + 1, List.of(), NetChanges.of(store.view(), opening)));
    }
}
