package org.khazana.ledger.execution;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.transaction.TransactionSignature;

/** How a network under test signs, and checks what was signed. */
enum TestSigning {
    REAL {
        @Override
        byte[] sign(byte[] privateKey, PublicKey publicKey, byte[] message) {
            return Ed25519.sign(privateKey, message);
        }

        @Override
        SignatureVerifier verifier() {
            return Ed25519.verifier();
        }
    },
    /** Anybody can make them, but they are wrong for any other message or key; real ones take two thirds of a random sequence. */
    QUICK {
        @Override
        byte[] sign(byte[] privateKey, PublicKey publicKey, byte[] message) {
            return quick(publicKey, message);
        }

        @Override
        SignatureVerifier verifier() {
            return (key, message, signature) -> Arrays.equals(signature, quick(key, message));
        }
    };

    abstract byte[] sign(byte[] privateKey, PublicKey publicKey, byte[] message);

    abstract SignatureVerifier verifier();

    private static byte[] quick(PublicKey key, byte[] message) {
        byte[] signed = ByteBuffer.allocate(PublicKey.BYTES + message.length)
                .put(key.toBytes())
                .put(message)
                .array();
        return Arrays.copyOf(Domain.GENESIS.hash(signed).toBytes(), TransactionSignature.BYTES);
    }
}
