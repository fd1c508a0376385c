package org.khazana.ledger.finality;

import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;

/** A vote with the voter's signature. Whether the signature is right, and whose key it is, shows when asked. */
public record SignedVote(Vote vote, HeadSignature signature) {

    /** Whose signature it is said to be. */
    public PublicKey key() {
        return signature.key();
    }

    /** Whether the signature is right. */
    public boolean isRight(SignatureVerifier verifier) {
        return verifier.isValid(key(), vote.signingBytes(), signature.signature());
    }
}
