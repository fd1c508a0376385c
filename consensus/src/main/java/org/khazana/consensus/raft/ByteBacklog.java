package org.khazana.consensus.raft;

import java.util.ArrayDeque;
import org.khazana.consensus.log.LogEntry;

/** How many bytes of entries wait for something, entry by entry in order of index. */
final class ByteBacklog {
    /** What an entry costs besides its payload, so that empty entries are bounded too. */
    static final int ENTRY_OVERHEAD_BYTES = 256;

    private record Waiting(long index, long bytes) {}

    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private long bytes;

    static long cost(LogEntry entry) {
        return entry.payload().size() + (long) ENTRY_OVERHEAD_BYTES;
    }

    void add(LogEntry entry) {
        waiting.addLast(new Waiting(entry.index(), cost(entry)));
        bytes += cost(entry);
    }

    void releaseThrough(long index) {
        Waiting first = waiting.peekFirst();
        while (first != null && first.index() <= index) {
            bytes -= first.bytes();
            waiting.removeFirst();
            first = waiting.peekFirst();
        }
    }

    long bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
