package org.khazana.ledger.finality;

import java.util.Arrays;
import java.util.List;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.MerkleTree;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ReplicaId;

/** Headers and votes by the validators of {@link TestSigners}: validator i has the directory i. */
final class TestProposals {
    private TestProposals() {}

    /** Of two headers that differ in their name only the times do. */
    static BlockHeader header(int proposer, long height, long term, int name) {
        return header(TestSigners.CHAIN, proposer, height, term, name);
    }

    static BlockHeader header(ChainId chain, int proposer, long height, long term, int name) {
        Hash before = TestSigners.hash("block " + (height - 1));
        return new BlockHeader(
                BlockHeader.VERSION,
                chain,
                height,
                term,
                "validator-" + proposer,
                1_000 + name,
                before,
                MerkleTree.root(List.of()),
                0,
                before,
                Hash.ZEROS);
    }

    static SignedProposal proposal(int proposer, long height, long term, int name) {
        return signed(proposer, header(proposer, height, term, name));
    }

    /** Signed by whomever; the signature is right. */
    static SignedProposal signed(int signer, BlockHeader header) {
        byte[] signature = Ed25519.sign(TestSigners.privateKey(signer), HeaderLayout.signingBytes(header));
        return new SignedProposal(header, HeadSignature.of(TestSigners.key(signer), signature));
    }

    /** With a signature that is none: for what does not look at it. */
    static SignedProposal unsigned(int proposer, long height, long term, int name) {
        byte[] none = new byte[HeadSignature.BYTES];
        Arrays.fill(none, (byte) name);
        return new SignedProposal(
                header(proposer, height, term, name), HeadSignature.of(TestSigners.key(proposer), none));
    }

    static Vote vote(int voter, long term, int candidate) {
        return new Vote(TestSigners.CHAIN, term, replica(voter), replica(candidate));
    }

    static ReplicaId replica(int number) {
        return new ReplicaId("validator-" + number, number);
    }

    static SignedVote signedVote(int voter, long term, int candidate) {
        return signed(voter, vote(voter, term, candidate));
    }

    static SignedVote signed(int signer, Vote vote) {
        byte[] signature = Ed25519.sign(TestSigners.privateKey(signer), vote.signingBytes());
        return new SignedVote(vote, HeadSignature.of(TestSigners.key(signer), signature));
    }

    /** With a signature that is none: for what does not look at it. */
    static SignedVote unsigned(Vote vote, int voter) {
        return new SignedVote(vote, HeadSignature.of(TestSigners.key(voter), new byte[HeadSignature.BYTES]));
    }
}
