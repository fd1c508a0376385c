package org.khazana.benchmarks.ledger;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.PagesInMemory;
import org.khazana.ledger.statetree.StateEntries;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.statetree.StateTree;
import org.khazana.ledger.statetree.TreeUpdate;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.table.Table;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a changed record costs in the state tree, in blocks of 1,000: the bytes of key and value, their hashes, reading pages from their
 * bytes, the new pages and their hashes, and keeping their bytes in a map; without a disk. Dropping stale pages is not counted.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgs = {"-Xms8g", "-Xmx8g", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC"})
public class StateTreeBenchmark {
    private static final int BLOCK_CHANGES = 1_000;
    private static final AssetCode BILL = new AssetCode("PK0000000007");
    private static final InMemoryLedgerState NOTHING_BEFORE = new InMemoryLedgerState();

    @Param({"10000", "1000000"})
    public int entries;

    private final SplittableRandom random = new SplittableRandom(1);
    private final PagesInMemory pages = new PagesInMemory();
    private StateRoot root = StateRoot.NONE;
    private long height;
    private @Nullable NetChanges changes;

    @Setup
    public void build() {
        InMemoryLedgerState state = new InMemoryLedgerState();
        for (int account = 1; account <= entries; account++) {
            state.apply(position(account));
        }
        List<Table<?, ?>> positions = List.of(Tables.POSITIONS);
        root = StateTree.rebuild(StateEntries.all(state, positions).iterator(), height, pages::write);
    }

    private Change position(int account) {
        return Tables.POSITIONS.put(new Position(new AccountId(account), BILL, random.nextLong(1, 1L << 40), 0));
    }

    @Setup(Level.Invocation)
    public void prepare() {
        pages.forgetBelow(height);
        height++;
        Set<Integer> accounts = new LinkedHashSet<>();
        while (accounts.size() < BLOCK_CHANGES) {
            accounts.add(random.nextInt(1, entries + 1));
        }
        List<Change> positions = new ArrayList<>();
        accounts.forEach(account -> positions.add(position(account)));
        changes = NetChanges.of(NOTHING_BEFORE, positions);
    }

    @Benchmark
    @OperationsPerInvocation(BLOCK_CHANGES)
    public TreeUpdate change() {
        TreeUpdate update = StateTree.update(pages, root, height, StateEntries.changedBy(requireNonNull(changes)));
        pages.write(update);
        root = update.root();
        return update;
    }
}
