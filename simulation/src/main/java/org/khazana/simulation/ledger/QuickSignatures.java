package org.khazana.simulation.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.transaction.TransactionSignature;

/** Signatures that anybody can make, but that are wrong for any other message or key: all that a simulation needs. */
public final class QuickSignatures implements SignatureVerifier {

    /** What {@link #isValid} takes for right. */
    public static byte[] sign(PublicKey key, byte[] message) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key.toBytes());
            return Arrays.copyOf(digest.digest(message), TransactionSignature.BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    @Override
    public boolean isValid(PublicKey key, byte[] message, byte[] signature) {
        return Arrays.equals(signature, sign(key, message));
    }
}
