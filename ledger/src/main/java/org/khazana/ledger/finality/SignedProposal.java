package org.khazana.ledger.finality;

import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.block.HeaderSignature;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;

/** The header of a block with its proposer's signature. Whether the signature is right, and whose key it is, shows when asked. */
public record SignedProposal(BlockHeader header, HeadSignature signature) {

    /** A header with the signature that came with its block, said to be under {@code key}. */
    public static SignedProposal of(BlockHeader header, PublicKey key, HeaderSignature signature) {
        return new SignedProposal(header, HeadSignature.of(key, signature.toBytes()));
    }

    /** Whose signature it is said to be. */
    public PublicKey key() {
        return signature.key();
    }

    /** The block hash. */
    public Hash hash() {
        return HeaderLayout.hash(header);
    }

    /** Whether the signature is right. */
    public boolean isRight(SignatureVerifier verifier) {
        return verifier.isValid(key(), HeaderLayout.signingBytes(header), signature.signature());
    }
}
