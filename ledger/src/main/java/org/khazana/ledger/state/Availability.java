package org.khazana.ledger.state;

import org.khazana.ledger.serial.SerialSet;

/**
 * How much of a position is free at one moment.
 *
 * @param quantity held
 * @param encumbered the sum of what is set aside for others, without what has expired; not more than is held
 * @param restrained the most that any authority holds back there without naming tokens, and all tokens that are named and not set aside
 *     by name for others; may be more than is held, {@link Long#MAX_VALUE} where nothing may leave at all
 * @param setAside which tokens encumbrances name: not more than are encumbered
 */
public record Availability(long quantity, long encumbered, long restrained, SerialSet setAside) {
    /** No encumbrance names tokens. */
    public Availability(long quantity, long encumbered, long restrained) {
        this(quantity, encumbered, restrained, SerialSet.NONE);
    }

    /** Never negative. Authorities hold back the same units; those that are encumbered are not among them. */
    public long available() {
        return Math.max(0, quantity - encumbered - Math.min(restrained, quantity));
    }
}
