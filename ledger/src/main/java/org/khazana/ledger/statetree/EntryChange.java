package org.khazana.ledger.statetree;

import org.khazana.ledger.crypto.Hash;

/** What becomes of one entry of the state tree. */
public sealed interface EntryChange {

    StatePath path();

    /**
     * There is this entry from now on, in the place of the one that was there, if there was one.
     *
     * @param valueHash under {@link org.khazana.ledger.crypto.Domain#STATE_VALUE}
     */
    record Put(StatePath path, Hash valueHash) implements EntryChange {}

    /** There is no entry at the path any more, if there was one. */
    record Removal(StatePath path) implements EntryChange {}
}
