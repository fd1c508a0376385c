package org.khazana.node.finality;

import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.block.HeaderSignature;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.finality.SignedHead;
import org.khazana.ledger.finality.SignedVote;
import org.khazana.ledger.finality.Vote;

/** The key with which this validator signs. Signs whatever it is given: whether it may, is decided before. Any thread signs. */
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

    /** The header of a block that this validator proposes. */
    public HeaderSignature sign(BlockHeader header) {
        return HeaderSignature.of(Ed25519.sign(privateKey, HeaderLayout.signingBytes(header)));
    }

    /** A vote of this validator. */
    SignedVote sign(Vote vote) {
        return new SignedVote(vote, HeadSignature.of(publicKey, Ed25519.sign(privateKey, vote.signingBytes())));
    }
}
