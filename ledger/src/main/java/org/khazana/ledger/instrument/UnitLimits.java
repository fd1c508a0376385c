package org.khazana.ledger.instrument;

/**
 * How many tokens there may be, and which quantities move; whole tokens, all more than zero.
 *
 * @param authorised most that may ever be outstanding
 * @param minimum least in one movement
 * @param multiple movements are multiples of this
 */
public record UnitLimits(long authorised, long minimum, long multiple) {}
