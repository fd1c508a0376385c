package org.khazana.benchmarks.ledger;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.execution.BlockResult;
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
 * What a simple transfer costs in the ledger alone, by itself or in a batch of 1,000: decoding, all rules, posting with serials, all proofs, the receipt, and writing
 * to the state in memory; without consensus, disk and signatures. The heap is touched beforehand, as a node that has run for a while
 * has touched it. Needs 13 GiB.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgs = {"-Xms12g", "-Xmx12g", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC"})
public class TransferBenchmark {
    @Param({"10000", "1000000"})
    public int positions;

    /** Each in a transaction of its own, or all of a block in one. */
    @Param({"false", "true"})
    public boolean inBatches;

    private @Nullable Market market;
    private @Nullable Block block;

    @Setup
    public void issue() {
        market = new Market(positions, inBatches);
    }

    @Setup(Level.Invocation)
    public void prepare() {
        block = inBatches
                ? requireNonNull(market).batch()
                : requireNonNull(market).transfers();
    }

    @Benchmark
    @OperationsPerInvocation(Market.BLOCK_TRANSFERS)
    public BlockResult transfer() {
        return requireNonNull(market).play(requireNonNull(block));
    }
}
