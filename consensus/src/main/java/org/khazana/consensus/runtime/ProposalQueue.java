package org.khazana.consensus.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.raft.ProposalOutcome;

/** Proposals that wait for the next entry: bounded in number and in bytes. Offered by many threads, taken by the loop. */
final class ProposalQueue {

    /** A proposal and whom to tell what became of it. */
    record Waiting(Payload payload, Consumer<ProposalOutcome> answer) {}

    private final ArrayBlockingQueue<Waiting> waiting;
    private final long bytesMax;
    private final AtomicLong bytes = new AtomicLong();

    ProposalQueue(int proposalsMax, long bytesMax) {
        this.waiting = new ArrayBlockingQueue<>(proposalsMax);
        this.bytesMax = bytesMax;
    }

    /** False when there is no room. */
    boolean offer(Waiting proposal) {
        int size = proposal.payload().size();
        if (bytes.addAndGet(size) <= bytesMax && waiting.offer(proposal)) {
            return true;
        }
        bytes.addAndGet(-size);
        return false;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    int size() {
        return waiting.size();
    }

    /** The oldest proposals that fit into one entry, possibly none. One thread only, or the limits may be passed. */
    List<Waiting> takeBatch(int batchMax, long batchBytesMax) {
        List<Waiting> batch = new ArrayList<>(Math.min(batchMax, waiting.size()));
        long batchBytes = 0;
        Waiting next = waiting.peek();
        while (next != null && batch.size() < batchMax) {
            batchBytes += next.payload().size();
            if (batchBytes > batchBytesMax && !batch.isEmpty()) {
                break;
            }
            batch.add(next);
            waiting.remove();
            bytes.addAndGet(-next.payload().size());
            next = waiting.peek();
        }
        return batch;
    }

    /** Answers everything that waits with {@code outcome}. Any thread; each proposal is answered once. */
    void answerAll(ProposalOutcome outcome) {
        Waiting next = waiting.poll();
        while (next != null) {
            bytes.addAndGet(-next.payload().size());
            next.answer().accept(outcome);
            next = waiting.poll();
        }
    }
}
