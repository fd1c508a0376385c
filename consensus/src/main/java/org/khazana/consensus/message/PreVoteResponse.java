package org.khazana.consensus.message;

import org.khazana.consensus.log.Term;

/**
 * Answer to a {@link PreVoteRequest}.
 *
 * @param term when granted, the term asked about; when refused, the answering member's own term, so that a member left
 *     behind learns it
 * @param number of the question
 */
public record PreVoteResponse(Term term, boolean granted, long number) implements Message {}
