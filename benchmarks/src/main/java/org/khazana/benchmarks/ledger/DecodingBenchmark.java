package org.khazana.benchmarks.ledger;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.transaction.Transaction;
import org.khazana.ledger.wire.BlockCodec;
import org.khazana.ledger.wire.MalformedBlock;
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

/**
 * What reading bytes costs, for each of 100 transfers: those of an envelope, with the hash that is the transaction's id, and those of the
 * block they stand in, with all hashes that show that it is what its header says.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC"})
public class DecodingBenchmark {
    private static final int TRANSFERS = 100;

    private @Nullable List<byte[]> envelopes;
    private byte[] block = {};

    @Setup
    public void make() {
        Block transfers = new Market(1_000).transfers(TRANSFERS);
        envelopes = transfers.envelopes();
        block = BlockCodec.encode(transfers);
    }

    @Benchmark
    @OperationsPerInvocation(TRANSFERS)
    public long transaction() throws MalformedTransaction {
        long read = 0;
        for (byte[] envelope : requireNonNull(envelopes)) {
            Transaction transaction = TransactionCodec.decode(Market.CHAIN, envelope);
            read += transaction.body().notAfterMillis()
                    + transaction.id().hash().byteAt(0);
        }
        return read;
    }

    @Benchmark
    @OperationsPerInvocation(TRANSFERS)
    public Block block() throws MalformedBlock {
        return BlockCodec.decode(block);
    }
}
