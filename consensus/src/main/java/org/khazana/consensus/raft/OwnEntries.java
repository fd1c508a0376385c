package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.EntryOrigin;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.port.EntryFactory;

/** Makes the entries of a leader, and checks that the factory outside keeps to what it was asked for. */
final class OwnEntries {
    private final EntryFactory factory;
    private final int entryBytesMax;

    OwnEntries(EntryFactory factory, int entryBytesMax) {
        this.factory = factory;
        this.entryBytesMax = entryBytesMax;
    }

    /**
     * The entry after the last one.
     *
     * @param timeMillis what the clock says; time in the log never goes back, whatever that is
     */
    LogEntry next(Member member, long timeMillis, EntryContent content) {
        EntryMetadata parent = member.log().last();
        EntryId id = new EntryId(member.term(), parent.index() + 1);
        Optional<Configuration> wanted = content instanceof EntryContent.Membership membership
                ? Optional.of(membership.configuration())
                : Optional.empty();
        EntryOrigin origin = new EntryOrigin(
                id,
                parent,
                Math.max(parent.timeMillis(), timeMillis),
                member.self(),
                wanted.orElse(member.configuration()));
        LogEntry entry = factory.create(origin, content);
        Invariant.check(
                entry.id().equals(id) && entry.follows(parent),
                "asked for entry %s after %s, got %s",
                id,
                parent.id(),
                entry.id());
        Invariant.check(entry.configuration().equals(wanted), "entry %s carries another configuration", id);
        Invariant.check(
                entry.payload().size() <= entryBytesMax,
                "entry %s has %s, more than %s",
                id,
                entry.payload(),
                entryBytesMax);
        return entry;
    }
}
