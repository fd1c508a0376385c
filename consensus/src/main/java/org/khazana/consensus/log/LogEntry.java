package org.khazana.consensus.log;

import java.util.Optional;
import org.khazana.consensus.membership.Configuration;

/**
 * One entry of the replicated log; for the ledger, one block.
 *
 * @param timeMillis wall-clock time given by the leader, milliseconds since 1970 UTC; never less than the parent's
 * @param parentHash hash of the entry at {@code index - 1}; of the genesis for index 1
 * @param hash hash of this entry, which covers {@code parentHash}: the log is a hash chain
 * @param payload at most {@code CoreSettings.entryBytesMax} bytes
 * @param configuration present in an entry that changes membership: who takes part from this entry on. The hash covers it
 */
public record LogEntry(
        EntryId id,
        long timeMillis,
        EntryHash parentHash,
        EntryHash hash,
        Payload payload,
        Optional<Configuration> configuration) {
    public long index() {
        return id.index();
    }

    public Term term() {
        return id.term();
    }

    public EntryMetadata metadata() {
        return new EntryMetadata(id, timeMillis, hash);
    }

    /** Whether this entry is the direct successor of {@code parent}: next index, its hash, time and term not going back. */
    public boolean follows(EntryMetadata parent) {
        return index() == parent.index() + 1
                && parentHash.equals(parent.hash())
                && timeMillis >= parent.timeMillis()
                && !term().isBefore(parent.term());
    }
}
