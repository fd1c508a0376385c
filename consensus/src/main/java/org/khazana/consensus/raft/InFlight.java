package org.khazana.consensus.raft;

import java.util.ArrayDeque;
import java.util.List;
import org.khazana.consensus.log.LogEntry;

/** Append messages sent to one follower and not yet answered: bounded in number and in bytes. */
final class InFlight {

    private record Sent(long lastIndex, long bytes) {}

    private final ArrayDeque<Sent> sent = new ArrayDeque<>();
    private final int messagesMax;
    private final long bytesMax;
    private long bytes;

    InFlight(int messagesMax, long bytesMax) {
        this.messagesMax = messagesMax;
        this.bytesMax = bytesMax;
    }

    boolean isFull() {
        return sent.size() >= messagesMax || bytes >= bytesMax;
    }

    boolean isEmpty() {
        return sent.isEmpty();
    }

    /** Bytes that may still be sent. */
    long bytesFree() {
        return Math.max(0, bytesMax - bytes);
    }

    void add(List<LogEntry> entries) {
        long size = 0;
        for (LogEntry entry : entries) {
            size += entry.payload().size();
        }
        sent.addLast(new Sent(entries.get(entries.size() - 1).index(), size));
        bytes += size;
    }

    void releaseThrough(long index) {
        Sent first = sent.peekFirst();
        while (first != null && first.lastIndex() <= index) {
            bytes -= first.bytes();
            sent.removeFirst();
            first = sent.peekFirst();
        }
    }

    void clear() {
        sent.clear();
        bytes = 0;
    }
}
