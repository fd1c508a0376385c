package org.khazana.ledger.crypto;

/** Checks Ed25519 signatures. Safe to use from several threads; the same answer on every node. */
@FunctionalInterface
public interface SignatureVerifier {

    /** Whether {@code signature} is right for {@code message} under {@code key}; false for malformed keys and signatures. */
    boolean isValid(PublicKey key, byte[] message, byte[] signature);
}
