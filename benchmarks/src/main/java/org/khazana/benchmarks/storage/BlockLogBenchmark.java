package org.khazana.benchmarks.storage;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.storage.blocklog.LogOpening;
import org.khazana.storage.blocklog.LogOrigin;
import org.khazana.storage.blocklog.LogSettings;
import org.khazana.storage.blocklog.SegmentedBlockLog;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to append a group of entries to a block log, and to have it on stable storage. Each iteration writes a log of
 * its own in a folder for temporary files, {@code -Djava.io.tmpdir}: on the disk to be measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC"})
public class BlockLogBenchmark {
    private static final Term TERM = new Term(1);

    /** Entries in a group, times bytes in each. */
    @Param({"1x256", "64x256", "1x4096", "1x65536"})
    private String group = "";

    private int entries;
    private byte[] payload = {};
    private @Nullable Path folder;
    private @Nullable SegmentedBlockLog log;
    private @Nullable EntryMetadata last;

    @Setup(Level.Iteration)
    public void open() throws IOException {
        String[] parts = group.split("x", 2);
        entries = Integer.parseInt(parts[0]);
        payload = new byte[Integer.parseInt(parts[1])];
        folder = Files.createTempDirectory("khazana-log");
        last = new EntryMetadata(new EntryId(Term.ZERO, 0), 0, hash(0));
        Configuration alone = Configuration.of(
                new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(new MemberId("validator-1", 1))))));
        log = LogOpening.examine(folder, new LogOrigin(requireNonNull(last), alone), LogSettings.PRODUCTION)
                .proceed();
    }

    @TearDown(Level.Iteration)
    public void remove() throws IOException {
        requireNonNull(log).close();
        Files.walkFileTree(requireNonNull(folder), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure) throws IOException {
                Files.delete(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Written, but not yet kept. */
    @Benchmark
    public void append() {
        List<LogEntry> next = new ArrayList<>(entries);
        EntryMetadata parent = requireNonNull(last);
        for (int i = 0; i < entries; i++) {
            long index = parent.index() + 1;
            LogEntry entry = new LogEntry(
                    new EntryId(TERM, index),
                    index,
                    parent.hash(),
                    hash(index),
                    Payload.wrap(payload),
                    Optional.empty());
            next.add(entry);
            parent = entry.metadata();
        }
        requireNonNull(log).append(next);
        last = parent;
    }

    /** Kept: what a follower does before it acknowledges a group. */
    @Benchmark
    public void appendAndSync() {
        append();
        requireNonNull(log).sync();
    }

    /** Any that differs from all others; nobody looks here whether it is of the payload. */
    private static EntryHash hash(long index) {
        return EntryHash.of(ByteBuffer.allocate(EntryHash.BYTES).putLong(index).array());
    }
}
