package org.khazana.storage.blocklog;

import java.util.ArrayList;
import java.util.List;
import org.khazana.consensus.Invariant;

/**
 * Where each entry of the log stands, 8 bytes an entry. One thread changes it, any may ask; the lock is held for a few
 * array accesses, never while a disk works. Records are never overwritten, so a location that was right once still
 * leads to the same entry after a truncation.
 */
final class EntryLocations {
    private static final int CHUNK = 4096;

    // The fields below change under the lock of this object.
    private final List<long[]> chunks = new ArrayList<>();
    private long lastIndex;
    private long truncations;

    /**
     * @param truncations how often the log had been cut: two slices with the same figure belong to one chain of entries
     */
    record Slice(long truncations, List<EntryLocation> locations) {}

    synchronized void add(long index, EntryLocation location) {
        Invariant.check(index == lastIndex + 1, "entry %s placed after %s", index, lastIndex);
        int chunk = Math.toIntExact(index / CHUNK);
        if (chunk == chunks.size()) {
            chunks.add(new long[CHUNK]);
        }
        chunks.get(chunk)[(int) (index % CHUNK)] = location.packed();
        lastIndex = index;
    }

    synchronized void truncateFrom(long index) {
        Invariant.check(index >= 1 && index <= lastIndex, "cut at %s of a log that ends at %s", index, lastIndex);
        lastIndex = index - 1;
        truncations++;
    }

    synchronized long lastIndex() {
        return lastIndex;
    }

    /** Locations of the entries that exist from {@code from} (1 or more) up to and including {@code to}. */
    synchronized Slice slice(long from, long to) {
        List<EntryLocation> locations = new ArrayList<>();
        for (long index = from; index <= Math.min(to, lastIndex); index++) {
            locations.add(EntryLocation.unpack(chunks.get((int) (index / CHUNK))[(int) (index % CHUNK)]));
        }
        return new Slice(truncations, locations);
    }
}
