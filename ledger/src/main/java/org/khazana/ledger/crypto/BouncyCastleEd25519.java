package org.khazana.ledger.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Verification and signing in Java, by BouncyCastle's low-level code. */
final class BouncyCastleEd25519 implements Ed25519Library {

    @Override
    public boolean verify(PublicKey publicKey, byte[] message, byte[] signature) {
        // The library multiplies the equation by a factor that can hide a component of small order, so such an R
        // must not reach it.
        return org.khazana.ledger.crypto.Ed25519.isOfPrimeOrder(signature)
                && Ed25519.verify(signature, 0, publicKey.toBytes(), 0, message, 0, message.length);
    }

    @Override
    public byte[] sign(byte[] privateKey, byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(privateKey, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    @Override
    public String name() {
        return "BouncyCastle";
    }
}
