package org.khazana.ledger.finality;

import org.khazana.ledger.crypto.Hash;

/**
 * All that a validator must never forget of what it signed: the greatest height, and the hash of the head it signed there.
 * Durable before the signature leaves. Why this is enough: {@link SigningRule}.
 */
public record SigningRecord(long height, Hash head) {

    /** The record that must be durable before the signature of {@code head} leaves. */
    public static SigningRecord of(Head head) {
        return new SigningRecord(head.height(), head.hash());
    }
}
