package org.khazana.consensus.raft;

/**
 * Has voted for itself in its term and asks for the votes of the others (Raft §5.2).
 *
 * @param ownVoteTicket of the write that makes its own vote durable; the vote counts from then on
 * @param retryAtMillis when it gives up this election
 */
record Candidate(Tally tally, long ownVoteTicket, long retryAtMillis) implements Role {}
