package org.khazana.consensus.runtime;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.raft.Input;

/**
 * What came from peers and the loop has not taken yet, in the order in which it came: bounded in number and in bytes. What
 * does not fit is dropped.
 */
final class MessageInbox {
    private final ArrayBlockingQueue<Input> waiting;
    private final long bytesMax;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    MessageInbox(int messagesMax, long bytesMax) {
        this.waiting = new ArrayBlockingQueue<>(messagesMax);
        this.bytesMax = bytesMax;
    }

    /** Puts a message in, or drops it as a network would. */
    void offer(MemberId from, Message message) {
        long size = payloadBytes(message);
        if (bytes.addAndGet(size) > bytesMax || !waiting.offer(new Input.Received(from, message))) {
            bytes.addAndGet(-size);
            dropped.incrementAndGet();
        }
    }

    /** The peer's connection ended after what was put in before; missing this only costs time. */
    void offerEnd(MemberId from) {
        if (!waiting.offer(new Input.Disconnected(from))) {
            dropped.incrementAndGet();
        }
    }

    Optional<Input> poll() {
        Input next = waiting.poll();
        if (next instanceof Input.Received received) {
            bytes.addAndGet(-payloadBytes(received.message()));
        }
        return Optional.ofNullable(next);
    }

    /** Messages dropped since the last call. */
    long takeDroppedCount() {
        return dropped.getAndSet(0);
    }

    private static long payloadBytes(Message message) {
        if (!(message instanceof AppendRequest request)) {
            return 0;
        }
        long size = 0;
        for (LogEntry entry : request.entries()) {
            size += entry.payload().size();
        }
        return size;
    }
}
