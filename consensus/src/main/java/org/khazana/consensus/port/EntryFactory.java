package org.khazana.consensus.port;

import java.util.List;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.membership.MemberId;

/**
 * Makes one entry out of proposals; for the ledger, a block out of transactions. Pure: the same arguments give the same
 * entry.
 */
@FunctionalInterface
public interface EntryFactory {

    /**
     * The entry that follows {@code parent} and carries {@code proposals}.
     *
     * @param id of the new entry
     * @param parent the entry before it
     * @param timeMillis of the new entry, not less than the parent's
     * @param proposer the leader
     * @param proposals in order; empty for the entry that opens a term
     */
    LogEntry create(EntryId id, EntryMetadata parent, long timeMillis, MemberId proposer, List<Payload> proposals);
}
