package org.khazana.consensus.port;

import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;

/**
 * Makes one entry out of proposals; for the ledger, a block out of transactions. Pure: the same arguments give the same
 * entry.
 */
@FunctionalInterface
public interface EntryFactory {

    /**
     * The entry that follows {@code parent} and carries {@code content}; a configuration in it stands in the entry's own field,
     * too.
     *
     * @param id of the new entry
     * @param parent the entry before it
     * @param timeMillis of the new entry, not less than the parent's
     * @param proposer the leader
     */
    LogEntry create(EntryId id, EntryMetadata parent, long timeMillis, MemberId proposer, EntryContent content);
}
