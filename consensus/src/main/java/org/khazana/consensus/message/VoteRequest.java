package org.khazana.consensus.message;

import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;

/**
 * A candidate asks for a vote in its term (Raft §5.2).
 *
 * @param last the last entry of the candidate's log, for the up-to-date check of §5.4.1
 * @param isHandover whether the leader itself asked the candidate to stand: then nobody is held back by having heard that
 *     leader a moment ago
 */
public record VoteRequest(Term term, EntryId last, boolean isHandover) implements Message {}
