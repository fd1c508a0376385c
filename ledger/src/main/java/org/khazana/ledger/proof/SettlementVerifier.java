package org.khazana.ledger.proof;

import static org.khazana.ledger.proof.Doubtful.require;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.MerklePath;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.transaction.Transaction;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.wire.MalformedReceipt;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.ReceiptCodec;
import org.khazana.ledger.wire.TransactionCodec;

/**
 * Checks settlement proofs, offline. What is proved is that this envelope and this receipt stand in the block of the anchor, at
 * one position, and belong to each other. The signatures on the envelope are not checked again: whose keys they must be by only
 * the state tells, and those on whose word the anchor stands have checked them before they said what became of it.
 */
public final class SettlementVerifier {
    /** With one of these, alone, an envelope is refused that is no transaction. */
    private static final List<RefusalCode> NO_TRANSACTION = List.of(
            RefusalCode.MALFORMED, RefusalCode.OPERATION_UNKNOWN, RefusalCode.CHAIN_WRONG, RefusalCode.BOUND_EXCEEDED);

    private SettlementVerifier() {}

    /** Asks for every doubt, in the order of {@link Doubt}; the first one is told. */
    public static Verdict verify(SettlementProof proof, Anchor anchor) {
        try {
            return proved(proof, anchor);
        } catch (Doubtful doubtful) {
            return doubtful.verdict();
        }
    }

    private static Verdict.Proved proved(SettlementProof proof, Anchor anchor) throws Doubtful {
        BlockHeader header = header(proof.header(), anchor);
        Receipt receipt = receipt(proof.receipt(), header);
        checkPlace(proof.envelopePath(), header, receipt);
        checkPlace(proof.receiptPath(), header, receipt);
        require(
                proof.envelopePath().rootOver(envelopeLeaf(proof.envelope())).equals(header.transactionsRoot()),
                Doubt.ENVELOPE_NOT_IN_BLOCK,
                "the envelope does not stand at its position in the block");
        require(
                proof.receiptPath().rootOver(ReceiptTree.leaf(proof.receipt())).equals(anchor.receiptsRoot()),
                Doubt.RECEIPT_NOT_UNDER_ROOT,
                "the receipt does not stand at its position under the receipts root");
        return new Verdict.Proved(header, receipt, body(proof.envelope(), header, receipt));
    }

    private static BlockHeader header(byte[] bytes, Anchor anchor) throws Doubtful {
        BlockHeader header;
        try {
            header = HeaderLayout.decode(bytes);
        } catch (IllegalArgumentException wrong) {
            throw new Doubtful(Doubt.HEADER_MALFORMED, "the header is malformed: " + wrong.getMessage());
        }
        require(
                header.chainId().equals(anchor.chainId()),
                Doubt.CHAIN_DIFFERENT,
                "the header is of network " + header.chainId() + ", not of " + anchor.chainId());
        require(
                header.height() == anchor.height(),
                Doubt.HEIGHT_DIFFERENT,
                "the header is of height " + header.height() + ", not of " + anchor.height());
        require(
                HeaderLayout.hash(header).equals(anchor.blockHash()),
                Doubt.BLOCK_DIFFERENT,
                "the header is not that of block " + anchor.blockHash());
        return header;
    }

    private static Receipt receipt(byte[] bytes, BlockHeader header) throws Doubtful {
        Receipt receipt;
        try {
            receipt = ReceiptCodec.decode(bytes);
        } catch (MalformedReceipt wrong) {
            throw new Doubtful(Doubt.RECEIPT_MALFORMED, "the receipt is malformed: " + wrong.getMessage());
        }
        require(
                receipt.height() == header.height() && receipt.blockTimeMillis() == header.timeMillis(),
                Doubt.RECEIPT_OF_ANOTHER_BLOCK,
                "the receipt is of a block of another height or time");
        return receipt;
    }

    /** What a path proves, it proves of a tree with a known number of leaves only. */
    private static void checkPlace(MerklePath path, BlockHeader header, Receipt receipt) throws Doubtful {
        require(
                path.leafCount() == header.transactionCount(),
                Doubt.COUNT_DIFFERENT,
                "a path is of " + path.leafCount() + " leaves, but the block has " + header.transactionCount()
                        + " transactions");
        require(
                path.position() == receipt.position(),
                Doubt.POSITION_DIFFERENT,
                "a path is of position " + path.position() + ", but the receipt says " + receipt.position());
    }

    /** What was asked for, if this is a transaction at all; the receipt is that of just this envelope. */
    private static Optional<TransactionBody> body(byte[] envelope, BlockHeader header, Receipt receipt)
            throws Doubtful {
        // Asked first, and not of the bytes: what an earlier release refused as unknown, this one may be able to read.
        if (receipt.transactionId().equals(TransactionCodec.idOfMalformed(envelope))) {
            require(
                    receipt.refusals().size() == 1
                            && isForNoTransaction(receipt.refusals().getFirst()),
                    Doubt.RECEIPT_CONTRADICTS_ITSELF,
                    "the receipt is that of an envelope that is no transaction, but it was not refused for that");
            return Optional.empty();
        }
        Transaction transaction;
        try {
            transaction = TransactionCodec.decode(header.chainId(), envelope);
        } catch (MalformedTransaction wrong) {
            throw new Doubtful(
                    Doubt.TRANSACTION_UNREADABLE, "this release cannot read the transaction: " + wrong.getMessage());
        }
        require(
                receipt.transactionId().equals(transaction.id()),
                Doubt.TRANSACTION_DIFFERENT,
                "the receipt is that of transaction " + receipt.transactionId() + ", not of " + transaction.id());
        return Optional.of(transaction.body());
    }

    private static boolean isForNoTransaction(Refusal refusal) {
        return NO_TRANSACTION.contains(refusal.code());
    }

    /** Hash of the exact bytes of one envelope. */
    static Hash envelopeLeaf(byte[] envelope) {
        return Domain.ENVELOPE_LEAF.hash(envelope);
    }
}
