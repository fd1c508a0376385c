package org.khazana.node.finality;

import java.util.Optional;
import org.khazana.ledger.finality.Head;
import org.khazana.storage.state.LedgerStore;

/** The heads that this node has, of one history and without gaps from the lowest on. */
interface KnownHeads {

    Optional<Head> head(long height);

    /** The lowest of that height or above. */
    Optional<Head> firstFrom(long height);

    /** Adds one that the one above it, which is known, names. */
    void keep(Head past);

    static KnownHeads in(LedgerStore store) {
        return new KnownHeads() {
            @Override
            public Optional<Head> head(long height) {
                return store.head(height);
            }

            @Override
            public Optional<Head> firstFrom(long height) {
                return store.firstHeadFrom(height);
            }

            @Override
            public void keep(Head past) {
                store.keep(past);
            }
        };
    }
}
