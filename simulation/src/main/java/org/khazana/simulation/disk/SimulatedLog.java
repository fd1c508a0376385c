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

/**
 * Entries in memory. What is compacted can no longer be read, but is kept where the properties find it; only a restart
 * after a snapshot really forgets.
 */
public final class SimulatedLog implements LogReader {
    /** What stands before the first entry of every simulated log. */
    public static final EntryMetadata GENESIS =
            new EntryMetadata(new EntryId(Term.ZERO, 0), 0, EntryHash.of(new byte[EntryHash.BYTES]));

    private final List<LogEntry> entries = new ArrayList<>();
    private EntryMetadata origin;
    private EntryMetadata base;
    private ConfigurationHistory membership;

    /** An empty log of a cluster that began with these members. */
    public SimulatedLog(Configuration founding) {
        this(GENESIS, GENESIS, List.of(new PlacedConfiguration(0, founding)));
    }

    private SimulatedLog(EntryMetadata origin, EntryMetadata base, List<PlacedConfiguration> configurations) {
        this.origin = origin;
        this.base = base;
        this.membership = new ConfigurationHistory(configurations);
    }

    @Override
    public EntryMetadata base() {
        return base;
    }

    @Override
    public List<PlacedConfiguration> configurations() {
        ConfigurationHistory readable = new ConfigurationHistory(membership.toList());
        readable.compactThrough(base.index());
        return readable.toList();
    }

    /** The newest configuration in it, or the one in force before it. */
    public PlacedConfiguration newestConfiguration() {
        return membership.newest();
    }

    /** What is in force at {@code index}, which this log has not really forgotten. */
    public Configuration configurationAt(long index) {
        return membership.at(index);
    }

    /** All that are known, oldest first, those in compacted entries included. */
    public List<PlacedConfiguration> knownConfigurations() {
        return membership.toList();
    }

    @Override
    public EntryMetadata last() {
        return entries.isEmpty() ? origin : entries.getLast().metadata();
    }

    /** Of the oldest entry that is known, also when that is compacted. */
    long firstIndex() {
        return origin.index() + 1;
    }

    public long lastIndex() {
        return origin.index() + entries.size();
    }

    @Override
    public Optional<EntryMetadata> metadata(long index) {
        return index < base.index() ? Optional.empty() : known(index);
    }

    /** What is known of the entry at {@code index}, also when it is compacted. */
    public Optional<EntryMetadata> known(long index) {
        if (index == origin.index()) {
            return Optional.of(origin);
        }
        return index < origin.index() || index > lastIndex()
                ? Optional.empty()
                : Optional.of(entry(index).metadata());
    }

    /** The entry at {@code index}, which must exist; it may be compacted. */
    public LogEntry entry(long index) {
        return entries.get(Math.toIntExact(index - origin.index() - 1));
    }

    /**
     * Whether this log holds exactly the entry with this hash there, and so, by the chain, the same prefix. A snapshot that
     * it began after stands for everything up to there: that only what is agreed on is forgotten is a property of its own.
     */
    public boolean holds(long index, EntryHash hash) {
        if (index <= origin.index()) {
            return index < origin.index() || origin.hash().equals(hash);
        }
        return index <= lastIndex() && entry(index).hash().equals(hash);
    }

    @Override
    public List<LogEntry> read(long fromIndex, long toIndex, long bytesMax) {
        List<LogEntry> found = new ArrayList<>();
        long bytes = 0;
        for (long index = fromIndex; index > base.index() && index <= Math.min(toIndex, lastIndex()); index++) {
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
        write.restart().ifPresent(this::restartAt);
        write.truncateFrom().ifPresent(this::truncateFrom);
        write.entries().forEach(this::append);
        write.compactThrough().ifPresent(this::compactThrough);
    }

    void restartAt(DurableWrite.Restart restart) {
        entries.clear();
        origin = restart.base();
        base = restart.base();
        membership =
                new ConfigurationHistory(List.of(new PlacedConfiguration(origin.index(), restart.configuration())));
    }

    void append(LogEntry entry) {
        if (entry.index() != lastIndex() + 1) {
            throw new IllegalStateException("entry " + entry.id() + " cannot follow index " + lastIndex());
        }
        entries.add(entry);
        entry.configuration().ifPresent(configuration -> membership.append(entry.index(), configuration));
    }

    void truncateFrom(long index) {
        if (index <= base.index()) {
            throw new IllegalStateException("cannot truncate from " + index + ", the log begins after " + base.id());
        }
        while (lastIndex() >= index) {
            entries.removeLast();
        }
        membership.truncateFrom(index);
    }

    /** Entries up to {@code index} are not to be read any more; a lower index than before brings some back. */
    void compactThrough(long index) {
        base = known(index).orElseThrow(() -> new IllegalStateException("cannot compact through " + index));
    }

    SimulatedLog copy() {
        SimulatedLog copy = new SimulatedLog(origin, base, membership.toList());
        copy.entries.addAll(entries);
        return copy;
    }
}
