package org.khazana.consensus.message;

import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;

/**
 * "Would you vote for me?" Changes neither term nor vote of anybody (Raft thesis §9.6).
 *
 * @param term the term the sender would enter: its own plus one
 * @param last the last entry of the sender's log
 * @param number of this question; the sender gives it to no other
 */
public record PreVoteRequest(Term term, EntryId last, long number) implements Message {}
