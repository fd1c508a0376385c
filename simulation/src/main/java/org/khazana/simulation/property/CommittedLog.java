package org.khazana.simulation.property;

import java.util.ArrayList;
import java.util.List;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.simulation.disk.SimulatedLog;

/** The one history: every entry that any member ever held for committed. Only grows. */
final class CommittedLog {
    private final List<EntryMetadata> entries = new ArrayList<>(List.of(SimulatedLog.GENESIS));

    long lastIndex() {
        return entries.size() - 1L;
    }

    EntryHash hash(long index) {
        return entries.get(Math.toIntExact(index)).hash();
    }

    EntryId id(long index) {
        return entries.get(Math.toIntExact(index)).id();
    }

    void add(EntryMetadata entry) {
        entries.add(entry);
    }

    /** The highest index up to which {@code log} is the committed history. */
    long agreesUpTo(SimulatedLog log) {
        long index = Math.min(log.lastIndex(), lastIndex());
        while (index > 0 && !log.holds(index, hash(index))) {
            index--;
        }
        return index;
    }
}
