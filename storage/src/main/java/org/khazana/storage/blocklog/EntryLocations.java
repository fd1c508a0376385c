package org.khazana.storage.blocklog;

import java.util.ArrayList;
import java.util.List;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.EntryMetadata;

/**
 * Where each entry of the log stands, 8 bytes an entry. One thread changes it, any may ask; the lock is held for a few
 * array accesses, never while a disk works. Records are never overwritten, so a location that was right once still
 * leads to the same entry after a truncation, as long as its segment is kept.
 */
final class EntryLocations {
    private static final int CHUNK = 4096;

    // The fields below change under the lock of this object.
    private final List<long[]> chunks = new ArrayList<>();
    private long firstChunk; // number of the first of them, counted from index 0 of the log
    private EntryMetadata base;
    private long lastIndex;
    private long cuts;

    EntryLocations(EntryMetadata base) {
        this.base = base;
        begin(base);
    }

    /**
     * @param cuts how often the log had been cut or begun anew: two slices with the same figure belong to one chain of
     *     entries
     */
    record Slice(long cuts, List<EntryLocation> locations) {}

    synchronized void add(long index, EntryLocation location) {
        Invariant.check(index == lastIndex + 1, "entry %s placed after %s", index, lastIndex);
        int chunk = chunkOf(index);
        if (chunk == chunks.size()) {
            chunks.add(new long[CHUNK]);
        }
        chunks.get(chunk)[(int) (index % CHUNK)] = location.packed();
        lastIndex = index;
    }

    private int chunkOf(long index) {
        return Math.toIntExact(index / CHUNK - firstChunk);
    }

    synchronized void truncateFrom(long index) {
        Invariant.check(
                index > base.index() && index <= lastIndex,
                "cut at %s of a log that begins after %s and ends at %s",
                index,
                base.index(),
                lastIndex);
        lastIndex = index - 1;
        cuts++;
    }

    /** Forgets the entries up to {@code newBase}, which is one of them or the base. */
    synchronized void compactThrough(EntryMetadata newBase) {
        Invariant.check(
                newBase.index() >= base.index() && newBase.index() <= lastIndex,
                "%s forgotten of a log that begins after %s and ends at %s",
                newBase.index(),
                base.index(),
                lastIndex);
        base = newBase;
        int forgotten = Math.min(chunks.size(), chunkOf(newBase.index() + 1));
        chunks.subList(0, forgotten).clear();
        firstChunk = (newBase.index() + 1) / CHUNK;
    }

    /** Forgets all entries; the log goes on after {@code newBase}. */
    synchronized void restartAt(EntryMetadata newBase) {
        begin(newBase);
        cuts++;
    }

    private void begin(EntryMetadata newBase) {
        chunks.clear();
        base = newBase;
        lastIndex = newBase.index();
        firstChunk = (lastIndex + 1) / CHUNK;
    }

    /** The entry before the first. */
    synchronized EntryMetadata base() {
        return base;
    }

    /** Locations of the entries that exist from {@code from} up to and including {@code to}; none if the first is gone. */
    synchronized Slice slice(long from, long to) {
        List<EntryLocation> locations = new ArrayList<>();
        if (from > base.index()) {
            for (long index = from; index <= Math.min(to, lastIndex); index++) {
                locations.add(EntryLocation.unpack(chunks.get(chunkOf(index))[(int) (index % CHUNK)]));
            }
        }
        return new Slice(cuts, locations);
    }
}
