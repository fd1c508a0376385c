package org.khazana.storage.blocklog;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;

/** The log as readers see it: segments, and where each entry stands in them. Safe for any number of threads. */
final class LogContents implements Closeable {
    private static final int SLICE = 256;

    private final EntryMetadata genesis;
    private final List<Segment> segments = new CopyOnWriteArrayList<>();
    private final EntryLocations locations = new EntryLocations();

    LogContents(EntryMetadata genesis) {
        this.genesis = genesis;
    }

    EntryMetadata genesis() {
        return genesis;
    }

    EntryLocations locations() {
        return locations;
    }

    /** Segments are numbered from 1 without gaps and stay until the log is closed. */
    void addSegment(Segment segment) {
        segments.add(segment);
    }

    Optional<EntryMetadata> metadata(long index) throws IOException {
        if (index == 0) {
            return Optional.of(genesis);
        }
        List<EntryLocation> found = locations.slice(index, index).locations();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(readEntry(found.get(0), index).metadata());
    }

    /** As {@code LogReader.read}; a truncation meanwhile ends the answer early, so that it is always one chain. */
    List<LogEntry> read(long fromIndex, long toIndex, long bytesMax) throws IOException {
        List<LogEntry> entries = new ArrayList<>();
        long bytes = 0;
        EntryLocations.Slice first = locations.slice(fromIndex, Math.min(toIndex, fromIndex + SLICE - 1));
        EntryLocations.Slice slice = first;
        while (!slice.locations().isEmpty() && slice.truncations() == first.truncations()) {
            for (EntryLocation location : slice.locations()) {
                LogEntry entry = readEntry(location, fromIndex + entries.size());
                bytes += entry.payload().size();
                if (bytes > bytesMax && !entries.isEmpty()) {
                    return entries;
                }
                entries.add(entry);
            }
            long next = fromIndex + entries.size();
            slice = locations.slice(next, Math.min(toIndex, next + SLICE - 1));
        }
        return entries;
    }

    private LogEntry readEntry(EntryLocation location, long index) throws IOException {
        return segments.get(location.segment() - 1).readEntry(location, index);
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : segments) {
            segment.file().close();
        }
    }
}
