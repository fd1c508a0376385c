package org.khazana.consensus.message;

import org.khazana.consensus.log.Term;

/**
 * Anything one member sends to another. The sender is known from the authenticated connection, never from the message.
 * Messages may be lost, delayed, duplicated and reordered; each handler must be right under all of that.
 */
public sealed interface Message
        permits PreVoteRequest,
                PreVoteResponse,
                VoteRequest,
                VoteResponse,
                AppendRequest,
                AppendResponse,
                SnapshotOffer,
                TimeoutNow,
                ReadIndexRequest,
                ReadIndexResponse {

    /** The term of the sender, except in {@link PreVoteRequest}, where it is the term the sender would enter. */
    Term term();
}
