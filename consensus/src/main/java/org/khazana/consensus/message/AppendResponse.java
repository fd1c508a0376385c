package org.khazana.consensus.message;

import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;

/** Answer to an {@link AppendRequest}; an acceptance is sent only after the entries it covers are durable. */
public sealed interface AppendResponse extends Message {

    /** Instead of a round, when the request belonged to an earlier term: the rounds of that one mean nothing in this. */
    long NO_ROUND = 0;

    /** The round of the request that is answered, 1 or more; {@link #NO_ROUND} for a request of an earlier term. */
    long round();

    /**
     * Names the recovery in which the sender gets back entries that it had acknowledged and lost; it does not count
     * meanwhile. 0 when it is whole.
     */
    long recovery();

    default boolean isRecovering() {
        return recovery() != 0;
    }

    /**
     * The follower holds, durably, exactly what the request covered.
     *
     * @param matchIndex {@link AppendRequest#verifiedIndex()}, not the follower's own last index
     */
    record Accepted(Term term, long matchIndex, long recovery, long round) implements AppendResponse {}

    /**
     * The follower lacks the previous entry, or the sender's term is over.
     *
     * @param rejectedIndex index of the previous entry that was refused
     * @param hint a place where the logs may meet again: only where to probe next, never proof of a match
     */
    record Rejected(Term term, long rejectedIndex, EntryId hint, long recovery, long round) implements AppendResponse {}
}
