package org.khazana.ledger.transaction;

import java.util.Arrays;
import org.khazana.ledger.crypto.PublicKey;

/** An Ed25519 signature (64 bytes) over a transaction's signing bytes, and the key that is said to have made it. */
public final class TransactionSignature {
    public static final int BYTES = 64;

    private final PublicKey publicKey;
    private final byte[] signature;

    private TransactionSignature(PublicKey publicKey, byte[] signature) {
        this.publicKey = publicKey;
        this.signature = signature;
    }

    /** Copies {@code signature}, which must be 64 bytes long. */
    public static TransactionSignature of(PublicKey publicKey, byte[] signature) {
        if (signature.length != BYTES) {
            throw new IllegalArgumentException("an Ed25519 signature has 64 bytes, not " + signature.length);
        }
        return new TransactionSignature(publicKey, signature.clone());
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TransactionSignature that
                && publicKey.equals(that.publicKey)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return 31 * publicKey.hashCode() + Arrays.hashCode(signature);
    }
}
