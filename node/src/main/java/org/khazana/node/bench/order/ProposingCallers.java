package org.khazana.node.bench.order;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.node.bench.drive.Latencies;
import org.khazana.node.bench.drive.Percentiles;

/**
 * Callers beside the leader: each proposes again as soon as what it has proposed is applied. A proposal says whose it is, so
 * that nothing has to be looked up when it comes back.
 */
final class ProposingCallers {
    static final int PROPOSAL_BYTES = 256;

    /** The replica's {@code propose}. */
    @FunctionalInterface
    interface Proposer {
        void propose(Payload proposal, Consumer<ProposalOutcome> answer);
    }

    /** From when until when latencies count, by {@link System#nanoTime}; nothing new is proposed after that. */
    record Window(long startNanos, long endNanos) {
        boolean isOver(long nowNanos) {
            return nowNanos - endNanos >= 0;
        }

        boolean contains(long nowNanos) {
            return nowNanos - startNanos >= 0 && !isOver(nowNanos);
        }
    }

    /** What was applied within the window. */
    record Count(long entries, Percentiles micros) {}

    private final Proposer proposer;
    private final Window window;
    private final long name = new SecureRandom().nextLong();
    /** Of each caller, written before it proposes and read when that is applied. */
    private final long[] proposedNanos;

    private final Latencies latencies = new Latencies();
    private final AtomicLong entries = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private final CompletableFuture<Count> count = new CompletableFuture<>();

    /** Nobody proposes yet. */
    ProposingCallers(int callers, Proposer proposer, Window window) {
        this.proposer = proposer;
        this.window = window;
        this.proposedNanos = new long[callers];
    }

    /**
     * All begin.
     *
     * @return completes when the window is over and all that was proposed is applied; fails if something was not taken
     */
    CompletableFuture<Count> begin() {
        underWay.set(proposedNanos.length);
        for (int caller = 0; caller < proposedNanos.length; caller++) {
            propose(caller);
        }
        return count;
    }

    private void propose(int caller) {
        byte[] bytes = new byte[PROPOSAL_BYTES];
        ByteBuffer.wrap(bytes).putLong(name).putInt(caller);
        proposedNanos[caller] = System.nanoTime();
        proposer.propose(Payload.wrap(bytes), outcome -> {
            if (!(outcome instanceof ProposalOutcome.Appended)) {
                count.completeExceptionally(new IllegalStateException("a proposal was not taken: " + outcome));
            }
        });
    }

    /** To be called by the one thread that applies entries. */
    void applied(LogEntry entry) {
        ByteBuffer bytes = ByteBuffer.wrap(entry.payload().bytes());
        long nowNanos = System.nanoTime();
        if (bytes.hasRemaining() && window.contains(nowNanos)) {
            entries.incrementAndGet();
        }
        for (int at = 0; at < bytes.limit(); at += PROPOSAL_BYTES) {
            if (bytes.getLong(at) == name) {
                applied(bytes.getInt(at + Long.BYTES), nowNanos);
            }
        }
    }

    private void applied(int caller, long nowNanos) {
        if (window.contains(nowNanos)) {
            latencies.record(proposedNanos[caller], nowNanos);
        }
        if (!window.isOver(nowNanos)) {
            propose(caller);
        } else if (underWay.decrementAndGet() == 0) {
            count.complete(new Count(entries.get(), latencies.percentiles()));
        }
    }
}
