package org.khazana.simulation.property;

import java.util.ArrayList;
import java.util.List;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.ConfigurationHistory;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.simulation.disk.SimulatedLog;

/** The one history: every entry that any member ever held for committed. Only grows. */
final class CommittedLog {
    private final List<EntryMetadata> entries = new ArrayList<>(List.of(SimulatedLog.GENESIS));
    private final List<Term> committedIn = new ArrayList<>(List.of(Term.ZERO));
    private final ConfigurationHistory membership;

    CommittedLog(Configuration founding) {
        membership = new ConfigurationHistory(List.of(new PlacedConfiguration(0, founding)));
    }

    long lastIndex() {
        return entries.size() - 1L;
    }

    EntryHash hash(long index) {
        return entries.get(Math.toIntExact(index)).hash();
    }

    EntryId id(long index) {
        return entries.get(Math.toIntExact(index)).id();
    }

    /** Whether this very entry is agreed on. */
    boolean holds(EntryMetadata entry) {
        long index = entry.id().index();
        return index <= lastIndex() && entries.get(Math.toIntExact(index)).equals(entry);
    }

    Configuration configurationAt(long index) {
        return membership.at(index);
    }

    PlacedConfiguration newestConfiguration() {
        return membership.newest();
    }

    /** @param in the term in which it was first held for committed, which may be later than its own */
    void add(LogEntry entry, Term in) {
        entries.add(entry.metadata());
        committedIn.add(in);
        entry.configuration().ifPresent(configuration -> membership.append(entry.index(), configuration));
    }

    /** How much of it was committed by the leaders of {@code term} and those before. */
    long lastIndexCommittedBy(Term term) {
        long index = lastIndex();
        while (committedIn.get(Math.toIntExact(index)).isAfter(term)) {
            index--;
        }
        return index;
    }
}
