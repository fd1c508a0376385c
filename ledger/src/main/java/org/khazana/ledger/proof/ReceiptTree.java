package org.khazana.ledger.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.MerklePath;
import org.khazana.ledger.crypto.MerkleTree;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.wire.ReceiptCodec;

/**
 * The Merkle tree over the receipts of one block, in order of their positions: one for each envelope, whatever became of it,
 * be it malformed or in the chain already. Hashes every receipt when it is made, and nothing later.
 */
public final class ReceiptTree {
    private final MerkleTree tree;

    private ReceiptTree(MerkleTree tree) {
        this.tree = tree;
    }

    /**
     * Over all receipts of one block.
     *
     * @throws IllegalArgumentException if they are not in order of their positions, from 0 on, or not of one height
     */
    public static ReceiptTree over(List<Receipt> receipts) {
        for (int position = 0; position < receipts.size(); position++) {
            Receipt receipt = receipts.get(position);
            if (receipt.position() != position
                    || receipt.height() != receipts.getFirst().height()) {
                throw new IllegalArgumentException("the receipt of transaction " + receipt.position() + " of block "
                        + receipt.height() + " stands at " + position + " among those of another block or in no order");
            }
        }
        return new ReceiptTree(MerkleTree.over(receipts.stream()
                .map(receipt -> leaf(ReceiptCodec.encode(receipt)))
                .toList()));
    }

    /**
     * The same again, from what {@link #leafBytes} gave.
     *
     * @throws IllegalArgumentException if these are no hashes
     */
    public static ReceiptTree ofLeafBytes(byte[] bytes) {
        if (bytes.length % Hash.BYTES != 0) {
            throw new IllegalArgumentException("hashes of receipts have not " + bytes.length + " bytes");
        }
        List<Hash> leaves = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += Hash.BYTES) {
            leaves.add(Hash.of(Arrays.copyOfRange(bytes, from, from + Hash.BYTES)));
        }
        return new ReceiptTree(MerkleTree.over(leaves));
    }

    /** The hashes of all receipts, in order, 32 bytes each: all that is needed of them for proofs. */
    public byte[] leafBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(tree.leafCount(), Hash.BYTES));
        tree.leaves().forEach(leaf -> bytes.put(leaf.toBytes()));
        return bytes.array();
    }

    /** Hash of the exact bytes of one receipt. */
    static Hash leaf(byte[] receipt) {
        return Domain.RECEIPT_LEAF.hash(receipt);
    }

    /** The receipts root: what a head names. That of a block without envelopes is the root of no leaves. */
    public Hash root() {
        return tree.root();
    }

    /**
     * Proves that the receipt at this position is there.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public MerklePath path(int position) {
        return tree.path(position);
    }
}
