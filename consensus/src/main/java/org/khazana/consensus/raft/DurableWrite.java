package org.khazana.consensus.raft;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.TermAndVote;

/**
 * One step of durability, carried out in this order: term and vote, then the cut, then the entries, then sync.
 *
 * @param ticket grows by one with each write of this process and is never reused, so that a late completion of an old
 *     write can never vouch for newer bytes at the same index
 * @param termAndVote present when it changed
 * @param truncateFrom first index to remove, above the commit index
 * @param entries to append
 */
public record DurableWrite(
        long ticket, Optional<TermAndVote> termAndVote, OptionalLong truncateFrom, List<LogEntry> entries) {
    public DurableWrite {
        entries = List.copyOf(entries);
    }
}
