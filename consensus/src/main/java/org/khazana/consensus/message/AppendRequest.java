package org.khazana.consensus.message;

import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;

/**
 * The leader replicates entries, and says that it still leads (Raft §5.3). Without entries it is a heartbeat.
 *
 * @param previous the entry directly before {@code entries}
 * @param previousHash its hash; a follower with another hash there refuses
 * @param entries consecutive, possibly none
 * @param commitIndex of the leader; the follower goes no further than what this message has verified
 * @param readmission for a recovering follower, once the leader can say when it is whole again
 * @param round number of the leader's send round, echoed in the answer. Grows for each send of this leader, is never
 *     reused in a term; an answer to it shows that its sender still followed this leader then
 */
public record AppendRequest(
        Term term,
        EntryId previous,
        EntryHash previousHash,
        List<LogEntry> entries,
        long commitIndex,
        Optional<Readmission> readmission,
        long round)
        implements Message {
    /** Most entries in one message, whatever their size. */
    public static final int ENTRIES_MAX = 1_024;

    public AppendRequest {
        entries = List.copyOf(entries);
    }

    /** The same message with its first entries only, as a leader with smaller messages might have sent it. */
    public AppendRequest cutTo(int count) {
        return new AppendRequest(
                term, previous, previousHash, entries.subList(0, count), commitIndex, readmission, round);
    }

    /** The last index whose content this message proves, when the follower accepts it. */
    public long verifiedIndex() {
        return previous.index() + entries.size();
    }
}
