package org.khazana.benchmarks.ledger;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.transaction.Transaction;
import org.khazana.ledger.wire.BlockCodec;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.TransactionCodec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What writing bytes costs, for each of 100 transfers: those of a body, which is what is signed, and those of the block they stand in. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC"})
public class EncodingBenchmark {
    private static final int TRANSFERS = 100;

    private @Nullable List<Transaction> transactions;
    private @Nullable Block block;

    @Setup
    public void make() throws MalformedTransaction {
        block = new Market(1_000).transfers(TRANSFERS);
        List<Transaction> read = new ArrayList<>();
        for (byte[] envelope : requireNonNull(block).envelopes()) {
            read.add(TransactionCodec.decode(Market.CHAIN, envelope));
        }
        transactions = read;
    }

    @Benchmark
    @OperationsPerInvocation(TRANSFERS)
    public long body() {
        long written = 0;
        for (Transaction transaction : requireNonNull(transactions)) {
            written += TransactionCodec.encodeBody(transaction.body()).length;
        }
        return written;
    }

    @Benchmark
    @OperationsPerInvocation(TRANSFERS)
    public byte[] block() {
        return BlockCodec.encode(requireNonNull(block));
    }
}
