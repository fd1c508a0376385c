package org.khazana.consensus.log;

/**
 * All that consensus needs to know of an entry without its payload.
 *
 * @param timeMillis wall-clock time given by the leader, milliseconds since 1970 UTC; never less than the parent's
 * @param hash stands for this entry and everything before it
 */
public record EntryMetadata(EntryId id, long timeMillis, EntryHash hash) {
    public long index() {
        return id.index();
    }

    public Term term() {
        return id.term();
    }
}
