package org.khazana.consensus.message;

import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;

/**
 * A candidate asks for a vote in its term (Raft §5.2).
 *
 * @param last the last entry of the candidate's log, for the up-to-date check of §5.4.1
 */
public record VoteRequest(Term term, EntryId last) implements Message {}
