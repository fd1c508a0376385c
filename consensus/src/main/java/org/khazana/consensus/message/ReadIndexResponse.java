package org.khazana.consensus.message;

import org.khazana.consensus.log.Term;

/**
 * Answer to a {@link ReadIndexRequest}, sent only after a quorum has confirmed that the sender still led when it took the
 * question.
 *
 * @param index everything committed before the question was asked is at or below it
 */
public record ReadIndexResponse(Term term, ReadId id, long index) implements Message {}
