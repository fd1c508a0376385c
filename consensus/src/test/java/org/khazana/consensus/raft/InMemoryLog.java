package org.khazana.consensus.raft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.port.DurableLog;

/** A log that loses what was not synced when its member crashes. */
public class InMemoryLog implements DurableLog {
    private final List<LogEntry> written = new ArrayList<>();
    private List<LogEntry> synced = List.of();

    public InMemoryLog(List<LogEntry> entries) {
        written.addAll(entries);
        synced = List.copyOf(entries);
    }

    @Override
    public synchronized void append(List<LogEntry> entries) {
        for (LogEntry entry : entries) {
            if (!entry.follows(last())) {
                throw new IllegalStateException(entry.id() + " does not follow " + last().id());
            }
            written.add(entry);
        }
    }

    @Override
    public synchronized void truncateFrom(long index) {
        written.subList((int) index - 1, written.size()).clear();
    }

    @Override
    public synchronized void sync() {
        synced = List.copyOf(written);
    }

    public synchronized void loseUnsynced() {
        written.clear();
        written.addAll(synced);
    }

    public synchronized List<LogEntry> synced() {
        return synced;
    }

    @Override
    public synchronized EntryMetadata last() {
        return written.isEmpty()
                ? Chain.GENESIS
                : written.get(written.size() - 1).metadata();
    }

    @Override
    public synchronized Optional<EntryMetadata> metadata(long index) {
        if (index == 0) {
            return Optional.of(Chain.GENESIS);
        }
        return index <= written.size()
                ? Optional.of(written.get((int) index - 1).metadata())
                : Optional.empty();
    }

    @Override
    public synchronized List<LogEntry> read(long fromIndex, long toIndex, long bytesMax) {
        List<LogEntry> read = new ArrayList<>();
        long bytes = 0;
        for (long index = fromIndex; index <= Math.min(toIndex, written.size()); index++) {
            LogEntry entry = written.get((int) index - 1);
            bytes += entry.payload().size();
            if (bytes > bytesMax && !read.isEmpty()) {
                break;
            }
            read.add(entry);
        }
        return read;
    }
}
