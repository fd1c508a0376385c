package org.khazana.node.snapshot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.khazana.ledger.crypto.Hash;
import org.khazana.node.transport.SnapshotAnswer;
import org.khazana.node.transport.SnapshotPeers;
import org.khazana.node.transport.SnapshotQuestion;
import org.khazana.storage.snapshot.IncomingState;
import org.khazana.storage.snapshot.MalformedSnapshot;
import org.khazana.storage.snapshot.SnapshotManifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the missing chunks of one state, in order, a few asked for ahead. One thread, which waits. */
final class Transfer {
    private static final Logger LOG = LoggerFactory.getLogger(Transfer.class);
    private static final int AHEAD_MAX = 4;
    private static final int WRONG_MAX = 3;
    private static final int LATER_MAX = 600;
    private static final long PAUSE_MILLIS = 100;

    private final SnapshotPeers peers;
    private final Throttle throttle;
    private final LongSupplier appliedHeight;

    /** How fetching from one validator ended. */
    enum Outcome {
        COMPLETE,
        /** The node has got that far without the snapshot. */
        OVERTAKEN,
        /** It does not hold this state. */
        NOT_THERE,
        /** It does not answer, or answers wrongly. */
        FAILED
    }

    private record Asked(int index, CompletableFuture<SnapshotAnswer> answer) {}

    /** @param appliedHeight of the state that the node runs on */
    Transfer(SnapshotPeers peers, Throttle throttle, LongSupplier appliedHeight) {
        this.peers = peers;
        this.throttle = throttle;
        this.appliedHeight = appliedHeight;
    }

    /** Asks {@code validator}; whatever the outcome, the chunks that came are kept. */
    Outcome run(IncomingState incoming, String validator) throws InterruptedException {
        SnapshotManifest manifest = incoming.manifest();
        Hash id = manifest.id();
        Deque<Asked> window = new ArrayDeque<>();
        int nextToAsk = incoming.nextChunk();
        int mishaps = 0; // one after another
        while (!incoming.isComplete()) {
            if (appliedHeight.getAsLong() >= manifest.height()) {
                return Outcome.OVERTAKEN;
            }
            while (window.size() < AHEAD_MAX && nextToAsk < manifest.chunks().size()) {
                TimeUnit.NANOSECONDS.sleep(throttle.takeAndTellWait(SnapshotManifest.CHUNK_BYTES_MAX));
                window.add(new Asked(nextToAsk, ask(validator, new SnapshotQuestion.Chunk(id, nextToAsk))));
                nextToAsk++;
            }
            SnapshotAnswer answer = await(window.remove().answer());
            if (answer instanceof SnapshotAnswer.Gone) {
                return Outcome.NOT_THERE;
            }
            if (answer instanceof SnapshotAnswer.Chunk chunk && isTaken(incoming, chunk, validator)) {
                mishaps = 0;
            } else if (++mishaps < mishapsMax(answer)) {
                // What was asked for ahead is dropped: the chunks are taken in order.
                window.clear();
                nextToAsk = incoming.nextChunk();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } else {
                return Outcome.FAILED;
            }
        }
        return Outcome.COMPLETE;
    }

    private static int mishapsMax(SnapshotAnswer answer) {
        return switch (answer) {
            case SnapshotAnswer.Later busy -> LATER_MAX;
            case SnapshotAnswer.Chunk wrong -> WRONG_MAX;
            case SnapshotAnswer unanswered -> 0;
        };
    }

    private static boolean isTaken(IncomingState incoming, SnapshotAnswer.Chunk chunk, String validator) {
        try {
            incoming.take(chunk.bytes());
            return true;
        } catch (MalformedSnapshot refused) {
            LOG.error("what {} sent of a snapshot is refused: {}", validator, refused.getMessage());
            return false;
        }
    }

    /** Asks one question; what comes of it is waited for with {@link #await}. */
    CompletableFuture<SnapshotAnswer> ask(String validator, SnapshotQuestion question) {
        CompletableFuture<SnapshotAnswer> answer = new CompletableFuture<>();
        peers.ask(validator, question, answer::complete);
        return answer;
    }

    /** The transport answers every question within its own time limit. */
    static SnapshotAnswer await(CompletableFuture<SnapshotAnswer> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("an answer is never a failure", impossible);
        }
    }
}
