package org.khazana.ledger.crypto;

/** A library that verifies and makes Ed25519 signatures. Safe to use from several threads. */
interface Ed25519Library {

    /** Whether the signature is right; key and {@code R} are acceptable points, and {@code s} is reduced. */
    boolean verify(PublicKey publicKey, byte[] message, byte[] signature);

    /**
     * Signs: the one signature that RFC 8032 defines, the same in every library.
     *
     * @param privateKey 32 bytes
     */
    byte[] sign(byte[] privateKey, byte[] message);

    String name();
}
