package org.khazana.consensus.message;

import org.khazana.consensus.log.Term;

/** Answer to a {@link VoteRequest}; sent only after term and vote are durable. */
public record VoteResponse(Term term, boolean granted) implements Message {}
