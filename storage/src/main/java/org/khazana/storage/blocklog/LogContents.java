package org.khazana.storage.blocklog;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.ConfigurationHistory;
import org.khazana.consensus.membership.PlacedConfiguration;

/** The log as readers see it: segments, and where each entry stands in them. Safe for any number of threads. */
final class LogContents implements Closeable {
    private static final int SLICE = 256;

    private final ConfigurationHistory configurations; // under the lock of itself
    private final EntryLocations locations;
    private final ConcurrentNavigableMap<Integer, Segment> segments = new ConcurrentSkipListMap<>();
    private final NavigableMap<Integer, Long> lowestCuts = new ConcurrentSkipListMap<>();

    /** An empty log that begins with {@code first}. */
    LogContents(Segment first) {
        this.configurations = new ConfigurationHistory(List.of(first.header().configuration()));
        this.locations = new EntryLocations(first.header().base());
        segments.put(first.number(), first);
    }

    EntryMetadata base() {
        return locations.base();
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

    /** The entry at {@code index} and all after it no longer belong to the log; the newest segment says so. */
    void truncateFrom(long index) {
        locations.truncateFrom(index);
        lowestCuts.merge(segments.lastKey(), index, Math::min);
        synchronized (configurations) {
            configurations.truncateFrom(index);
        }
    }

    List<PlacedConfiguration> configurations() {
        synchronized (configurations) {
            return configurations.toList();
        }
    }

    /** The one after the newest. */
    void addSegment(Segment segment) {
        segments.put(segment.number(), segment);
    }

    /** The log begins anew with {@code segment}; those before are returned, no longer read and still open. */
    List<Segment> restartWith(Segment segment) {
        addSegment(segment);
        locations.restartAt(segment.header().base());
        PlacedConfiguration placed = segment.header().configuration();
        synchronized (configurations) {
            configurations.restartAt(placed.index(), placed.configuration());
        }
        return removeSegmentsBefore(segment.number());
    }

    int firstSegment() {
        return segments.firstKey();
    }

    /**
     * The newest segment with which the log can begin when entries up to {@code index} are not wanted any more: it was
     * begun after no later an entry, and nothing since has cut off that entry.
     */
    int firstSegmentNeeded(long index) {
        long lowestCut = Long.MAX_VALUE;
        for (Segment segment : segments.descendingMap().values()) {
            lowestCut = Math.min(lowestCut, lowestCuts.getOrDefault(segment.number(), Long.MAX_VALUE));
            long baseIndex = segment.header().base().index();
            if (baseIndex <= index && lowestCut > baseIndex) {
                return segment.number();
            }
        }
        return segments.firstKey();
    }

    /** The log begins with segment {@code first}; those before are returned, no longer read and still open. */
    List<Segment> beginWith(int first) {
        EntryMetadata base =
                Objects.requireNonNull(segments.get(first)).header().base();
        locations.compactThrough(base);
        synchronized (configurations) {
            configurations.compactThrough(base.index());
        }
        return removeSegmentsBefore(first);
    }

    private List<Segment> removeSegmentsBefore(int number) {
        Map<Integer, Segment> before = segments.headMap(number);
        List<Segment> removed = List.copyOf(before.values());
        before.clear();
        lowestCuts.headMap(number, false).clear();
        return removed;
    }

    Optional<EntryMetadata> metadata(long index) throws IOException {
        EntryMetadata base = base();
        if (index == base.index()) {
            return Optional.of(base);
        }
        List<EntryLocation> found = locations.slice(index, index).locations();
        return found.isEmpty()
                ? Optional.empty()
                : readEntry(found.get(0), index).map(LogEntry::metadata);
    }

    /** As {@code LogReader.read}; a truncation meanwhile ends the answer early, so that it is always one chain. */
    List<LogEntry> read(long fromIndex, long toIndex, long bytesMax) throws IOException {
        List<LogEntry> entries = new ArrayList<>();
        long bytes = 0;
        EntryLocations.Slice first = locations.slice(fromIndex, Math.min(toIndex, fromIndex + SLICE - 1));
        EntryLocations.Slice slice = first;
        while (!slice.locations().isEmpty() && slice.cuts() == first.cuts()) {
            for (EntryLocation location : slice.locations()) {
                Optional<LogEntry> entry = readEntry(location, fromIndex + entries.size());
                bytes += entry.map(LogEntry::payload)
                        .map(payload -> (long) payload.size())
                        .orElse(0L);
                if (entry.isEmpty() || (bytes > bytesMax && !entries.isEmpty())) {
                    return entries;
                }
                entries.add(entry.get());
            }
            long next = fromIndex + entries.size();
            slice = locations.slice(next, Math.min(toIndex, next + SLICE - 1));
        }
        return entries;
    }

    /** Empty if the segment was deleted meanwhile. */
    private Optional<LogEntry> readEntry(EntryLocation location, long index) throws IOException {
        Segment segment = segments.get(location.segment());
        if (segment == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(segment.readEntry(location, index));
        } catch (IOException failure) {
            if (segments.containsKey(location.segment())) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : segments.values()) {
            segment.file().close();
        }
    }
}
