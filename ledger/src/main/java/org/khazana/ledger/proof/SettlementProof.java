package org.khazana.ledger.proof;

import java.util.List;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.crypto.MerklePath;
import org.khazana.ledger.crypto.MerkleTree;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.receipt.ReceiptLimits;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.ledger.wire.ReceiptCodec;

/**
 * What shows that a transaction stands in a block, and what became of it there. Says nothing by itself: {@link
 * SettlementVerifier} checks it against an {@link Anchor}. The byte arrays are shared, not to be written to.
 *
 * @param header the bytes of the block's header
 * @param envelope its exact bytes
 * @param envelopePath from the envelope to the transactions root that the header names
 * @param receipt its exact bytes
 * @param receiptPath from the receipt to the receipts root of the anchor
 */
@SuppressWarnings("ArrayRecordComponent") // hashed and passed on, never compared
public record SettlementProof(
        byte[] header, byte[] envelope, MerklePath envelopePath, byte[] receipt, MerklePath receiptPath) {

    /** @throws IllegalArgumentException if a part is beyond its bound, or the header has another length than all have */
    public SettlementProof {
        require(header.length == HeaderLayout.BYTES, "a block header has 222 bytes, not " + header.length);
        require(envelope.length <= EnvelopeLimits.ENVELOPE_BYTES_MAX, "the envelope is too long: " + envelope.length);
        require(receipt.length <= ReceiptLimits.RECEIPT_BYTES_MAX, "the receipt is too long: " + receipt.length);
    }

    /**
     * The proof of the transaction at one position of a block.
     *
     * @param receipts of that block; may serve for all its proofs
     * @throws IllegalArgumentException if the envelope is longer than any that is carried out: there is no proof of such a one
     */
    public static SettlementProof of(Block block, int position, Receipt receipt, ReceiptTree receipts) {
        return of(block, envelopes(block), position, receipt, receipts);
    }

    /** As {@link #of(Block, int, Receipt, ReceiptTree)}, with the {@link #envelopes} of the block, which serve for all its proofs. */
    public static SettlementProof of(
            Block block, MerkleTree envelopes, int position, Receipt receipt, ReceiptTree receipts) {
        return new SettlementProof(
                HeaderLayout.encode(block.header()),
                block.envelopes().get(position),
                envelopes.path(position),
                ReceiptCodec.encode(receipt),
                receipts.path(position));
    }

    /** The tree whose root is the transactions root of the block. */
    public static MerkleTree envelopes(Block block) {
        List<byte[]> envelopes = block.envelopes();
        return MerkleTree.over(
                envelopes.stream().map(SettlementVerifier::envelopeLeaf).toList());
    }

    private static void require(boolean holds, String wrong) {
        if (!holds) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
