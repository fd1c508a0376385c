package org.khazana.node.finality;

import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.finality.SignedHead;

/** The key with which this validator signs. Signs whatever it is given: whether it may, is decided before. */
public final class HeadSigner {
    private final byte[] privateKey;
    private final PublicKey publicKey;

    /** @param privateKey the 32 bytes that RFC 8032 calls the private key */
    public HeadSigner(byte[] privateKey) {
        this.privateKey = privateKey.clone();
        this.publicKey = Ed25519.publicKeyOf(privateKey);
    }

    PublicKey key() {
        return publicKey;
    }

    /** The same head always gives the same signature. */
    SignedHead sign(Head head) {
        return new SignedHead(head, HeadSignature.of(publicKey, Ed25519.sign(privateKey, head.signingBytes())));
    }
}
