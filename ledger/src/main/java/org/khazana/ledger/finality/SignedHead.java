package org.khazana.ledger.finality;

import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;

/** A head with one signature: what a validator tells the others. Whether the signature is right shows when it is asked for. */
public record SignedHead(Head head, HeadSignature signature) {
    /** Whose signature it is said to be. */
    public PublicKey key() {
        return signature.key();
    }

    public long height() {
        return head.height();
    }

    /** Whether the signature is right; whose key it is, is another question. */
    public boolean isRight(SignatureVerifier verifier) {
        return verifier.isValid(key(), head.signingBytes(), signature.signature());
    }
}
