package org.khazana.ledger.claim;

import org.khazana.ledger.table.Numbered;

/** Why units are taken without their owner's consent. */
public enum OrderKind implements Numbered {
    /** Somebody else has a better right to them. */
    FORCED_TRANSFER,
    /** They are lost to the state for a wrong. */
    FORFEIT,
    /** They fall to the state because nobody is left who owns them. */
    ESCHEAT
}
