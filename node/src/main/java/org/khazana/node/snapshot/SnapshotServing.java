package org.khazana.node.snapshot;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.khazana.node.transport.SnapshotAnswer;
import org.khazana.node.transport.SnapshotQuestion;
import org.khazana.storage.snapshot.ManifestCodec;
import org.khazana.storage.snapshot.SnapshotManifest;
import org.khazana.storage.snapshot.VoucherCodec;
import org.khazana.storage.state.StateGone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what others ask of the states held here, on threads of its own, one question after another. */
public final class SnapshotServing {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotServing.class);

    private final SnapshotShelf shelf;
    private final Executor server;
    private final Executor preparer;
    private final Throttle throttle;
    private final LongSupplier nanos;

    /**
     * Answers questions.
     *
     * @param server one thread that reads chunks; may refuse
     * @param preparer one thread that reads whole states; may refuse
     */
    SnapshotServing(SnapshotShelf shelf, Executor server, Executor preparer, Throttle throttle, LongSupplier nanos) {
        this.shelf = shelf;
        this.server = server;
        this.preparer = preparer;
        this.throttle = throttle;
        this.nanos = nanos;
    }

    /** Does not block; {@code answer} is called once, on any thread. */
    public void question(SnapshotQuestion question, Consumer<SnapshotAnswer> answer) {
        try {
            server.execute(() -> answer.accept(answerTo(question)));
        } catch (RejectedExecutionException e) {
            answer.accept(new SnapshotAnswer.Later());
        }
    }

    private SnapshotAnswer answerTo(SnapshotQuestion question) {
        try {
            return switch (question) {
                case SnapshotQuestion.Manifest manifest -> manifest(manifest.heightMin());
                case SnapshotQuestion.Chunk chunk -> chunk(chunk);
            };
        } catch (StateGone notHeldAnyMore) {
            return new SnapshotAnswer.Gone();
        } catch (UncheckedIOException unreadable) {
            LOG.error("the ledger state cannot be read for a snapshot", unreadable);
            return new SnapshotAnswer.Gone();
        }
    }

    private SnapshotAnswer manifest(long heightMin) {
        Optional<HeldSnapshot> newest = shelf.newest().filter(held -> held.height() >= heightMin);
        if (newest.isEmpty()) {
            return shelf.isWaitedFor(heightMin) ? new SnapshotAnswer.Later() : new SnapshotAnswer.Gone();
        }
        newest.get().asked(nanos.getAsLong());
        Optional<HeldSnapshot.Ready> ready = newest.get().ready();
        if (ready.isEmpty()) {
            prepare(newest.get());
            return new SnapshotAnswer.Later();
        }
        return new SnapshotAnswer.Manifest(
                ManifestCodec.encode(ready.get().export().manifest()),
                VoucherCodec.encode(newest.get().voucher().orElseThrow()));
    }

    /** What nobody asked this node for before is perhaps held but not prepared: the one who asks was served by another. */
    private SnapshotAnswer chunk(SnapshotQuestion.Chunk wanted) {
        Optional<HeldSnapshot> held = shelf.prepared(wanted.manifestId());
        if (held.isEmpty()) {
            shelf.unprepared().forEach(this::prepare);
            return shelf.unprepared().isEmpty() ? new SnapshotAnswer.Gone() : new SnapshotAnswer.Later();
        }
        held.get().asked(nanos.getAsLong());
        Optional<HeldSnapshot.Ready> ready = held.get().ready();
        if (ready.isEmpty()
                || wanted.index() < 0
                || wanted.index() >= ready.get().export().manifest().chunks().size()) {
            return new SnapshotAnswer.Gone();
        }
        byte[] chunk = ready.get().export().chunk(wanted.index());
        LockSupport.parkNanos(throttle.takeAndTellWait(chunk.length));
        return new SnapshotAnswer.Chunk(chunk);
    }

    private void prepare(HeldSnapshot held) {
        if (!held.claimPreparation()) {
            return;
        }
        held.asked(nanos.getAsLong());
        try {
            preparer.execute(() -> prepareNow(held));
        } catch (RejectedExecutionException e) {
            held.unprepare(); // asked again, it is tried again
        }
    }

    private void prepareNow(HeldSnapshot held) {
        try {
            long begunNanos = nanos.getAsLong();
            if (held.prepare()) {
                SnapshotManifest manifest = held.ready().orElseThrow().export().manifest();
                LOG.info(
                        "the state of block {} can be fetched: {} bytes in {} chunks, read in {} ms",
                        manifest.height(),
                        manifest.totalBytes(),
                        manifest.chunks().size(),
                        TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - begunNanos));
            } else {
                LOG.error(
                        "the state of block {} is larger than the 64 GiB that a snapshot may have; nobody can fetch it",
                        held.height());
                shelf.remove(held);
            }
        } catch (StateGone notHeldAnyMore) {
            shelf.remove(held);
        } catch (UncheckedIOException unreadable) {
            LOG.error("the ledger state cannot be read for a snapshot", unreadable);
            shelf.remove(held);
        }
    }
}
