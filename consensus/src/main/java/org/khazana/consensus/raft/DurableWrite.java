package org.khazana.consensus.raft;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;

/**
 * One step of durability, carried out in this order: hard state, then the restart or the cut, then the entries, then
 * sync, then the compaction.
 *
 * @param ticket grows by one with each write of this process and is never reused, so that a late completion of an old
 *     write can never vouch for newer bytes at the same index
 * @param hardState present when it changed
 * @param restart present when a snapshot takes the place of the whole log
 * @param truncateFrom first index to remove; above the commit index, unless this member has lost entries
 * @param entries to append
 * @param compactThrough entries up to here, which are applied and held by a snapshot, may be forgotten
 */
public record DurableWrite(
        long ticket,
        Optional<HardState> hardState,
        Optional<Restart> restart,
        OptionalLong truncateFrom,
        List<LogEntry> entries,
        OptionalLong compactThrough) {
    public DurableWrite {
        entries = List.copyOf(entries);
    }

    /** The log begins anew after {@code base}, where {@code configuration} is in force. */
    public record Restart(EntryMetadata base, Configuration configuration) {}
}
