package org.khazana.consensus.raft;

import java.util.List;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.port.LogReader;

/**
 * The log as this member has it: the newest entries in memory, older ones read from disk. Everything not yet durable is
 * in memory, so the disk is only asked for what it holds for certain.
 */
final class RaftLog {
    private final LogReader disk;
    private EntryWindow memory;
    private final long cachedBytesMax;
    private EntryMetadata base;
    private EntryMetadata last;

    /** @param cachedBytesMax bytes of durable entries kept in memory for followers that are a little behind */
    RaftLog(LogReader disk, long cachedBytesMax) {
        this.disk = disk;
        this.cachedBytesMax = cachedBytesMax;
        this.base = disk.base();
        this.last = disk.last();
        this.memory = new EntryWindow(last.index() + 1);
    }

    /** The entry before the first one that followers can be sent: everything up to it is applied, and may be forgotten. */
    EntryMetadata base() {
        return base;
    }

    EntryMetadata last() {
        return last;
    }

    /** Whether this very entry is held here, or is the base. */
    boolean holds(EntryId id) {
        return id.index() >= base.index()
                && id.index() <= last.index()
                && term(id.index()).equals(id.term());
    }

    /** What is known of the entry at {@code index}, from the base to the last; of forgotten ones nothing may be asked. */
    EntryMetadata metadata(long index) {
        Invariant.check(index >= base.index(), "entry %s was forgotten, the log begins after %s", index, base.index());
        if (index == base.index()) {
            return base;
        }
        if (index == last.index()) {
            return last;
        }
        if (index >= memory.firstIndex()) {
            return memory.get(index).metadata();
        }
        return disk.metadata(index)
                .orElseThrow(() -> new IllegalStateException("the log on disk does not know entry " + index));
    }

    Term term(long index) {
        return metadata(index).term();
    }

    void append(LogEntry entry) {
        Invariant.check(entry.follows(last), "entry %s does not follow %s", entry.id(), last.id());
        memory.add(entry);
        last = entry.metadata();
    }

    /** Removes the entry at {@code index} (after the base) and all after it. */
    void truncateFrom(long index) {
        EntryMetadata newLast = metadata(index - 1);
        memory.dropFrom(index);
        last = newLast;
    }

    /** Forgets the entries up to {@code index}, which must be durable. */
    void compactThrough(long index) {
        base = metadata(index);
    }

    /** Goes on after {@code newBase}, which a snapshot stands for, as if nothing else had ever been held. */
    void restartAt(EntryMetadata newBase) {
        base = newBase;
        last = newBase;
        memory = new EntryWindow(newBase.index() + 1);
    }

    /** Lets go of the oldest entries in memory that are durable, as far as more than the cache allows is held. */
    void trim(long durableIndex) {
        while (memory.bytes() > cachedBytesMax && memory.firstIndex() <= durableIndex) {
            memory.dropFirst();
        }
    }

    /**
     * Consecutive entries from {@code fromIndex} to at most {@code toIndex}, which must exist: at least one, and no more
     * than {@code bytesMax} bytes of payload unless the first alone is larger.
     */
    List<LogEntry> read(long fromIndex, long toIndex, long bytesMax) {
        if (fromIndex < memory.firstIndex()) {
            List<LogEntry> read = disk.read(fromIndex, Math.min(toIndex, memory.firstIndex() - 1), bytesMax);
            Invariant.check(
                    !read.isEmpty() && read.get(0).index() == fromIndex,
                    "the log on disk does not hold entry %s",
                    fromIndex);
            return read;
        }
        long endIndex = fromIndex;
        long bytes = 0;
        while (endIndex <= toIndex) {
            bytes += memory.get(endIndex).payload().size();
            if (bytes > bytesMax && endIndex > fromIndex) {
                break;
            }
            endIndex++;
        }
        return memory.list(fromIndex, endIndex);
    }

    /**
     * The last entry up to {@code id.index()} whose term is not after {@code id.term()}: the highest place where this log
     * and one that holds {@code id} may still agree. Terms never fall along a log, so halving finds it.
     *
     * @param agreedIndex an index at which the logs are known to agree; it is the answer when the two cannot meet later
     */
    EntryId lastPossibleMatch(EntryId id, long agreedIndex) {
        long low = Math.max(base.index(), Math.min(agreedIndex, last.index()));
        long high = Math.max(low, Math.min(id.index(), last.index()));
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (term(middle).isAfter(id.term())) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return metadata(low).id();
    }
}
