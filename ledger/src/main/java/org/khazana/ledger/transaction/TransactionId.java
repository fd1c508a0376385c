package org.khazana.ledger.transaction;

import org.khazana.ledger.crypto.Hash;

/** Hash of a transaction's signing bytes: chain id and body, without the signatures. */
public record TransactionId(Hash hash) implements Comparable<TransactionId> {
    @Override
    public int compareTo(TransactionId other) {
        return hash.compareTo(other.hash);
    }

    @Override
    public String toString() {
        return hash.toString();
    }
}
