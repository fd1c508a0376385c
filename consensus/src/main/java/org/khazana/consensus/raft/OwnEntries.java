package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.port.EntryFactory;

/** Makes the entries of a leader, and checks that the factory outside keeps to what it was asked for. */
final class OwnEntries {
    private final MemberId self;
    private final EntryFactory factory;
    private final int entryBytesMax;

    OwnEntries(MemberId self, EntryFactory factory, int entryBytesMax) {
        this.self = self;
        this.factory = factory;
        this.entryBytesMax = entryBytesMax;
    }

    /**
     * The entry after {@code parent}.
     *
     * @param timeMillis what the clock says; time in the log never goes back, whatever that is
     */
    LogEntry next(Term term, EntryMetadata parent, long timeMillis, EntryContent content) {
        EntryId id = new EntryId(term, parent.index() + 1);
        LogEntry entry = factory.create(id, parent, Math.max(parent.timeMillis(), timeMillis), self, content);
        Invariant.check(
                entry.id().equals(id) && entry.follows(parent),
                "asked for entry %s after %s, got %s",
                id,
                parent.id(),
                entry.id());
        Optional<Configuration> wanted = content instanceof EntryContent.Membership membership
                ? Optional.of(membership.configuration())
                : Optional.empty();
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
