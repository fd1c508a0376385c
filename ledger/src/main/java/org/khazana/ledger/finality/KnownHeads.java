package org.khazana.ledger.finality;

import java.util.Optional;

/** The heads that one validator has, of one history and without gaps from the lowest on. */
public interface KnownHeads {

    Optional<Head> head(long height);

    /** The lowest of that height or above. */
    Optional<Head> firstFrom(long height);

    /** Adds one that the one above it, which is known, names. */
    void keep(Head past);
}
