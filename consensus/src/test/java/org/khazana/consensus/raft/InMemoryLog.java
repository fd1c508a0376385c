package org.khazana.consensus.raft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.ConfigurationHistory;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.consensus.port.DurableLog;

/** A log that loses what was not synced when its member crashes. */
public class InMemoryLog implements DurableLog {

    /** All that is held: entries after a base, and the configuration in force there. */
    private record Held(EntryMetadata base, Configuration configuration, List<LogEntry> entries) {}

    private Held written;
    private Held synced;

    public InMemoryLog(Configuration configuration, List<LogEntry> entries) {
        written = new Held(Chain.GENESIS, configuration, new ArrayList<>(entries));
        synced = copy(written);
    }

    private static Held copy(Held held) {
        return new Held(held.base, held.configuration, new ArrayList<>(held.entries));
    }

    @Override
    public synchronized void append(List<LogEntry> entries) {
        for (LogEntry entry : entries) {
            if (!entry.follows(last())) {
                throw new IllegalStateException(entry.id() + " does not follow " + last().id());
            }
            written.entries.add(entry);
        }
    }

    @Override
    public synchronized void truncateFrom(long index) {
        written.entries.subList(placeOf(index), written.entries.size()).clear();
    }

    @Override
    public synchronized void compactThrough(long index) {
        if (index > written.base.index()) {
            EntryMetadata base = metadata(index).orElseThrow();
            Configuration configuration = history().at(index);
            written.entries.subList(0, placeOf(index) + 1).clear();
            written = new Held(base, configuration, written.entries);
        }
    }

    @Override
    public synchronized void restartAt(EntryMetadata base, Configuration configuration) {
        written = new Held(base, configuration, new ArrayList<>());
    }

    @Override
    public synchronized void sync() {
        synced = copy(written);
    }

    public synchronized void loseUnsynced() {
        written = copy(synced);
    }

    /** A disk that forgets what it had kept: the entry at {@code index} and all after it. */
    public synchronized void damageFrom(long index) {
        truncateFrom(index);
        sync();
    }

    public synchronized List<LogEntry> synced() {
        return List.copyOf(synced.entries);
    }

    @Override
    public synchronized EntryMetadata base() {
        return written.base;
    }

    @Override
    public synchronized EntryMetadata last() {
        return written.entries.isEmpty()
                ? written.base
                : written.entries.get(written.entries.size() - 1).metadata();
    }

    @Override
    public synchronized List<PlacedConfiguration> configurations() {
        return history().toList();
    }

    private ConfigurationHistory history() {
        ConfigurationHistory history =
                new ConfigurationHistory(List.of(new PlacedConfiguration(written.base.index(), written.configuration)));
        written.entries.forEach(entry ->
                entry.configuration().ifPresent(configuration -> history.append(entry.index(), configuration)));
        return history;
    }

    @Override
    public synchronized Optional<EntryMetadata> metadata(long index) {
        if (index == written.base.index()) {
            return Optional.of(written.base);
        }
        return index > written.base.index() && index <= last().index()
                ? Optional.of(written.entries.get(placeOf(index)).metadata())
                : Optional.empty();
    }

    @Override
    public synchronized List<LogEntry> read(long fromIndex, long toIndex, long bytesMax) {
        List<LogEntry> read = new ArrayList<>();
        long bytes = 0;
        for (long index = fromIndex; index <= Math.min(toIndex, last().index()); index++) {
            LogEntry entry = written.entries.get(placeOf(index));
            bytes += entry.payload().size();
            if (bytes > bytesMax && !read.isEmpty()) {
                break;
            }
            read.add(entry);
        }
        return read;
    }

    private int placeOf(long index) {
        return (int) (index - written.base.index() - 1);
    }
}
