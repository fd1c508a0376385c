package org.khazana.ledger.finality;

import java.util.List;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.MerkleTree;
import org.khazana.ledger.transaction.ChainId;

/**
 * What the ledger is after one block, in 178 bytes: what validators sign. A head names the one before, so that it stands for
 * the whole history up to it. Byte form: {@code docs/proofs.md}.
 *
 * @param epoch of the validators in force <em>before</em> the block, who certify it, even if it appoints others; 0 or more
 * @param height of the block, 0 for the founding state
 * @param blockHash of the block; for the founding state the chain id
 * @param stateRoot of the state after the block
 * @param receiptsRoot Merkle root over the receipts of the block
 * @param previous hash of the head of height - 1; zeros for the founding state
 */
public record Head(
        ChainId chainId, long epoch, long height, Hash blockHash, Hash stateRoot, Hash receiptsRoot, Hash previous) {
    public static final int VERSION = 1;

    private static final Hash NOTHING_BEFORE = Hash.of(new byte[Hash.BYTES]);

    /** Checks only that epoch and height are not negative. */
    public Head {
        if (epoch < 0 || height < 0) {
            throw new IllegalArgumentException("the epoch or the height of a head is negative");
        }
    }

    /** The head of the state that follows from the genesis alone. */
    public static Head founding(ChainId chainId, Hash stateRoot) {
        return new Head(chainId, 0, 0, chainId.hash(), stateRoot, MerkleTree.root(List.of()), NOTHING_BEFORE);
    }

    /** The head of the next block. */
    public Head next(long nextEpoch, Hash nextBlock, Hash nextState, Hash nextReceipts) {
        return new Head(chainId, nextEpoch, Math.addExact(height, 1), nextBlock, nextState, nextReceipts, hash());
    }

    /** Whether this is a head of the block after {@code before}, and of the same history. */
    public boolean follows(Head before) {
        return chainId.equals(before.chainId) && height - 1 == before.height && previous.equals(before.hash());
    }

    /** What is signed. */
    public byte[] signingBytes() {
        return Domain.HEAD.preimage(HeadCodec.encode(this));
    }

    /** The head hash: SHA-256 of {@link #signingBytes}. */
    public Hash hash() {
        return Domain.hashOfPreimage(signingBytes());
    }
}
