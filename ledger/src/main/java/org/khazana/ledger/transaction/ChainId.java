package org.khazana.ledger.transaction;

import org.khazana.ledger.crypto.Hash;

/** Names one network for ever: the domain-separated hash of the bytes of its genesis file. */
public record ChainId(Hash hash) {
    @Override
    public String toString() {
        return hash.toString();
    }
}
