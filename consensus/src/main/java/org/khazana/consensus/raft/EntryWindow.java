package org.khazana.consensus.raft;

import java.util.List;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.LogEntry;

/** Consecutive entries in memory: added at the end, dropped at either end, read anywhere without a search. */
final class EntryWindow {
    private LogEntry[] slots = new LogEntry[64];
    private long firstIndex;
    private int count;
    private long bytes;

    /** @param firstIndex where the first entry will be */
    EntryWindow(long firstIndex) {
        this.firstIndex = firstIndex;
    }

    long firstIndex() {
        return firstIndex;
    }

    /** The index after the last entry. */
    long endIndex() {
        return firstIndex + count;
    }

    /** What the entries cost together, overhead included. */
    long bytes() {
        return bytes;
    }

    LogEntry get(long index) {
        Invariant.check(index >= firstIndex && index < endIndex(), "entry %s is not in memory", index);
        return slots[slotOf(index)];
    }

    void add(LogEntry entry) {
        Invariant.check(entry.index() == endIndex(), "entry %s added at %s", entry.id(), endIndex());
        if (count == slots.length) {
            grow();
        }
        slots[slotOf(entry.index())] = entry;
        count++;
        bytes += ByteBacklog.cost(entry);
    }

    void dropFirst() {
        bytes -= ByteBacklog.cost(get(firstIndex));
        clear(firstIndex);
        firstIndex++;
        count--;
    }

    /** Removes the entry at {@code index} and all after it; {@code index} may lie before the window. */
    void dropFrom(long index) {
        while (count > 0 && endIndex() > index) {
            long last = endIndex() - 1;
            bytes -= ByteBacklog.cost(get(last));
            clear(last);
            count--;
        }
        firstIndex = Math.min(firstIndex, index);
    }

    /** A copy of the references from {@code fromIndex} up to but not including {@code toIndex}. */
    List<LogEntry> list(long fromIndex, long toIndex) {
        LogEntry[] listed = new LogEntry[Math.toIntExact(toIndex - fromIndex)];
        for (int i = 0; i < listed.length; i++) {
            listed[i] = get(fromIndex + i);
        }
        return List.of(listed);
    }

    private int slotOf(long index) {
        return (int) (index & (slots.length - 1));
    }

    @SuppressWarnings("NullAway") // an empty slot is never read: get() checks the bounds
    private void clear(long index) {
        slots[slotOf(index)] = null;
    }

    private void grow() {
        LogEntry[] wider = new LogEntry[slots.length * 2];
        for (long index = firstIndex; index < endIndex(); index++) {
            wider[(int) (index & (wider.length - 1))] = slots[slotOf(index)];
        }
        slots = wider;
    }
}
