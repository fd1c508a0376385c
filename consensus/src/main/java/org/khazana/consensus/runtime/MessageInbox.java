package org.khazana.consensus.runtime;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.raft.Input;

/** Messages from peers that the loop has not taken yet: bounded in number and in bytes. What does not fit is dropped. */
final class MessageInbox {
    private final ArrayBlockingQueue<Input.Received> waiting;
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

    Optional<Input.Received> poll() {
        Input.Received received = waiting.poll();
        if (received == null) {
            return Optional.empty();
        }
        bytes.addAndGet(-payloadBytes(received.message()));
        return Optional.of(received);
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
