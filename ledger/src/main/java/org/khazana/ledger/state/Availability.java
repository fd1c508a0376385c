package org.khazana.ledger.state;

/**
 * How much of a position is free at one moment.
 *
 * @param quantity held
 * @param encumbered the sum of what is set aside for others, without what has expired; not more than is held
 * @param restrained the most that any authority holds back there without naming tokens, and all tokens that are named; may be more
 *     than is held, {@link Long#MAX_VALUE} where nothing may leave at all
 */
public record Availability(long quantity, long encumbered, long restrained) {
    /** Never negative. Authorities hold back the same units; those that are encumbered are not among them. */
    public long available() {
        return Math.max(0, quantity - encumbered - Math.min(restrained, quantity));
    }
}
