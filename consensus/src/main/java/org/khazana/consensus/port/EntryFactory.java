package org.khazana.consensus.port;

import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryOrigin;
import org.khazana.consensus.log.LogEntry;

/**
 * Makes one entry out of proposals; for the ledger, a block out of transactions. Pure: the same arguments give the same
 * entry.
 */
@FunctionalInterface
public interface EntryFactory {

    /**
     * The entry that follows the parent in {@code origin} and carries {@code content}; a configuration in it stands in the
     * entry's own field, too.
     */
    LogEntry create(EntryOrigin origin, EntryContent content);
}
