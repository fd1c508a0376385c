package org.khazana.simulation.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.ConfigurationHistory;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.consensus.port.LogReader;
import org.khazana.consensus.raft.DurableWrite;

/** Entries in memory, index 1 first. */
public final class SimulatedLog implements LogReader {
    /** What stands before the first entry of every simulated log. */
    public static final EntryMetadata GENESIS =
            new EntryMetadata(new EntryId(Term.ZERO, 0), 0, EntryHash.of(new byte[EntryHash.BYTES]));

    private final Configuration founding;
    private final List<LogEntry> entries = new ArrayList<>();

    /** An empty log of a cluster that began with these members. */
    public SimulatedLog(Configuration founding) {
        this.founding = founding;
    }

    @Override
    public EntryMetadata base() {
        return GENESIS;
    }

    @Override
    public List<PlacedConfiguration> configurations() {
        ConfigurationHistory history = new ConfigurationHistory(List.of(new PlacedConfiguration(0, founding)));
        entries.forEach(entry ->
                entry.configuration().ifPresent(configuration -> history.append(entry.index(), configuration)));
        return history.toList();
    }

    @Override
    public EntryMetadata last() {
        return entries.isEmpty() ? GENESIS : entries.getLast().metadata();
    }

    public long lastIndex() {
        return entries.size();
    }

    @Override
    public Optional<EntryMetadata> metadata(long index) {
        if (index == 0) {
            return Optional.of(GENESIS);
        }
        return index < 0 || index > entries.size()
                ? Optional.empty()
                : Optional.of(entry(index).metadata());
    }

    /** The entry at {@code index}, which must exist. */
    public LogEntry entry(long index) {
        return entries.get(Math.toIntExact(index - 1));
    }

    /** Whether this log holds exactly the entry with this hash there, and so, by the chain, the same prefix. */
    public boolean holds(long index, EntryHash hash) {
        if (index < 1 || index > entries.size()) {
            return index == 0 && hash.equals(GENESIS.hash());
        }
        return entry(index).hash().equals(hash);
    }

    @Override
    public List<LogEntry> read(long fromIndex, long toIndex, long bytesMax) {
        List<LogEntry> found = new ArrayList<>();
        long bytes = 0;
        for (long index = fromIndex; index <= Math.min(toIndex, lastIndex()); index++) {
            LogEntry entry = entry(index);
            bytes += entry.payload().size();
            if (!found.isEmpty() && bytes > bytesMax) {
                break;
            }
            found.add(entry);
        }
        return found;
    }

    void write(DurableWrite write) {
        write.truncateFrom().ifPresent(this::truncateFrom);
        write.entries().forEach(this::append);
    }

    void append(LogEntry entry) {
        if (entry.index() != lastIndex() + 1) {
            throw new IllegalStateException("entry " + entry.id() + " cannot follow index " + lastIndex());
        }
        entries.add(entry);
    }

    void truncateFrom(long index) {
        if (index < 1) {
            throw new IllegalStateException("cannot truncate from " + index);
        }
        while (lastIndex() >= index) {
            entries.removeLast();
        }
    }

    SimulatedLog copy() {
        SimulatedLog copy = new SimulatedLog(founding);
        copy.entries.addAll(entries);
        return copy;
    }
}
