package org.khazana.ledger.finality;

import java.util.Arrays;
import org.khazana.ledger.crypto.PublicKey;

/**
 * An Ed25519 signature (64 bytes) over the signing bytes of a head, a proposal or a vote, and the key that is said to have made it.
 */
public final class HeadSignature {
    public static final int BYTES = 64;

    private final PublicKey key;
    private final byte[] signature;

    private HeadSignature(PublicKey key, byte[] signature) {
        this.key = key;
        this.signature = signature;
    }

    /** Copies {@code signature}, which must be 64 bytes long. */
    public static HeadSignature of(PublicKey key, byte[] signature) {
        if (signature.length != BYTES) {
            throw new IllegalArgumentException("an Ed25519 signature has 64 bytes, not " + signature.length);
        }
        return new HeadSignature(key, signature.clone());
    }

    public PublicKey key() {
        return key;
    }

    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeadSignature that && key.equals(that.key) && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "signature by " + key;
    }
}
