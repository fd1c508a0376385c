package org.khazana.storage.blocklog;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.ConfigurationHistory;
import org.khazana.consensus.membership.PlacedConfiguration;

/** The log as readers see it: segments, and where each entry stands in them. Safe for any number of threads. */
final class LogContents implements Closeable {
    private static final int SLICE = 256;

    private final EntryMetadata genesis;
    private final ConfigurationHistory configurations; // under the lock of itself
    private final List<Segment> segments = new CopyOnWriteArrayList<>();
    private final EntryLocations locations = new EntryLocations();

    LogContents(LogOrigin origin) {
        this.genesis = origin.genesis();
        this.configurations = new ConfigurationHistory(
                List.of(new PlacedConfiguration(origin.genesis().index(), origin.configuration())));
    }

    EntryMetadata genesis() {
        return genesis;
    }

    long lastIndex() {
        return locations.lastIndex();
    }

    /** The entry after the last one stands at {@code location}. */
    void add(LogEntry entry, EntryLocation location) {
        locations.add(entry.index(), location);
        if (entry.configuration().isPresent()) {
            synchronized (configurations) {
                configurations.append(entry.index(), entry.configuration().get());
            }
        }
    }

    /** The entry at {@code index} and all after it no longer belong to the log. */
    void truncateFrom(long index) {
        locations.truncateFrom(index);
        synchronized (configurations) {
            configurations.truncateFrom(index);
        }
    }

    List<PlacedConfiguration> configurations() {
        synchronized (configurations) {
            return configurations.toList();
        }
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
