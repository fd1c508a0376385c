package org.khazana.ledger.crypto;

/** A library that verifies Ed25519 signatures. Safe to use from several threads. */
interface Ed25519Library {

    /** Whether the signature is right; key and {@code R} are acceptable points, and {@code s} is reduced. */
    boolean verify(byte[] publicKey, byte[] message, byte[] signature);

    String name();
}
