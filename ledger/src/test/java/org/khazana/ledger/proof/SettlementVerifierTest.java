package org.khazana.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.MerklePath;
import org.khazana.ledger.crypto.MerkleTree;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.wire.ReceiptCodec;
import org.khazana.ledger.wire.TransactionCodec;

class SettlementVerifierTest {
    private static final ProvenBlock SALE = ProvenBlock.ofASale();
    private static final Hash OTHER_HASH = Domain.GENESIS.hash(new byte[] {2});

    private static Verdict.Proved proved(ProvenBlock block, int position) {
        return (Verdict.Proved) SettlementVerifier.verify(block.proof(position), block.anchor());
    }

    private static void assertDoubted(SettlementProof proof, Anchor anchor, Doubt doubt) {
        assertThat(SettlementVerifier.verify(proof, anchor)).isInstanceOfSatisfying(Verdict.Doubted.class, doubted -> {
            assertThat(doubted.doubt()).isEqualTo(doubt);
            assertThat(doubted.sentence()).hasSizeBetween(10, 300);
        });
    }

    @Test
    void aSaleIsProvedInPlainWords() {
        Receipt receipt = SALE.receipts().getFirst();

        Verdict.Proved proved = proved(SALE, ProvenBlock.SALE);

        assertThat(proved.receipt()).isEqualTo(receipt);
        assertThat(proved.words())
                .containsExactly(
                        "Block 4 of network " + CHAIN + ", 2023-11-14T22:13:23Z, position 0 among 5 transactions: "
                                + receipt.transactionId(),
                        "Party 3 asks:",
                        "  settle at once, all or nothing:",
                        "  - 100 tokens of PK0000000007 from account 3001 to account 5001",
                        "  - 41,000,000 minor units of PKR from account 5001 to account 3001",
                        "  reference \"trade 1\"",
                        "  without a message of the travel rule",
                        "valid until 2023-11-14T23:13:23Z",
                        "network " + CHAIN,
                        "request " + proved.body().orElseThrow().requestId(),
                        "Done:",
                        "  account 3001 gave 100 tokens of PK0000000007, serials 1 to 100: from 500 to 400",
                        "  account 5001 received 100 tokens of PK0000000007, serials 1 to 100: from 0 to 100",
                        "  account 5001 gave 41,000,000 minor units of PKR: from 90,000,000 to 49,000,000",
                        "  account 3001 received 41,000,000 minor units of PKR: from 0 to 41,000,000");
    }

    @Test
    void whatWasRefusedIsProvedToHaveBeenRefused() {
        assertThat(proved(SALE, ProvenBlock.TRANSFER).words())
                .contains("Refused; nothing was done:", "  6002 QUANTITY_INSUFFICIENT");
        assertThat(proved(SALE, ProvenBlock.NO_TRANSACTION).body()).isEmpty();
        assertThat(proved(SALE, ProvenBlock.NO_TRANSACTION).words())
                .contains("An envelope that was no transaction.", "  1001 MALFORMED");
        assertThat(proved(SALE, ProvenBlock.SALE_AGAIN).words()).contains("  1008 DUPLICATE");
    }

    @Test
    void thereIsOneReceiptForEachEnvelopeWhateverBecameOfIt() {
        Set<Hash> leaves = new TreeSet<>();

        assertThat(SALE.receipts()).hasSameSizeAs(SALE.block().envelopes());
        for (int position = 0; position < SALE.receipts().size(); position++) {
            Receipt receipt = SALE.receipts().get(position);
            assertThat(receipt.position()).isEqualTo(position);
            assertThat(proved(SALE, position).receipt()).isEqualTo(receipt);
            leaves.add(ReceiptTree.leaf(ReceiptCodec.encode(receipt)));
        }
        assertThat(leaves).hasSameSizeAs(SALE.receipts());
        assertThat(SALE.receipts().get(ProvenBlock.NO_TRANSACTION_AGAIN).transactionId())
                .isEqualTo(SALE.receipts().get(ProvenBlock.NO_TRANSACTION).transactionId());
    }

    @Test
    void aProofIsReadFromItsBytes() {
        for (int position = 0; position < SALE.receipts().size(); position++) {
            byte[] bytes = SettlementProofLayout.encode(SALE.proof(position));
            SettlementProof read = SettlementProofLayout.decode(bytes);

            assertThat(SettlementProofLayout.encode(read)).isEqualTo(bytes);
            assertThat(SettlementVerifier.verify(read, SALE.anchor())).isEqualTo(proved(SALE, position));
        }
    }

    @Test
    void anotherAnchorIsDoubted() {
        SettlementProof proof = SALE.proof(ProvenBlock.SALE);
        Anchor anchor = SALE.anchor();

        assertDoubted(
                proof,
                new Anchor(new ChainId(OTHER_HASH), anchor.height(), anchor.blockHash(), anchor.receiptsRoot()),
                Doubt.CHAIN_DIFFERENT);
        assertDoubted(
                proof,
                new Anchor(CHAIN, anchor.height() + 1, anchor.blockHash(), anchor.receiptsRoot()),
                Doubt.HEIGHT_DIFFERENT);
        assertDoubted(
                proof, new Anchor(CHAIN, anchor.height(), OTHER_HASH, anchor.receiptsRoot()), Doubt.BLOCK_DIFFERENT);
        assertDoubted(
                proof,
                new Anchor(CHAIN, anchor.height(), anchor.blockHash(), OTHER_HASH),
                Doubt.RECEIPT_NOT_UNDER_ROOT);
        assertDoubted(
                proof,
                new Anchor(CHAIN, anchor.height(), anchor.receiptsRoot(), anchor.blockHash()),
                Doubt.BLOCK_DIFFERENT);
    }

    @Test
    void aHeaderOrReceiptThatIsNoneIsDoubted() {
        SettlementProof proof = SALE.proof(ProvenBlock.SALE);

        assertDoubted(
                new SettlementProof(
                        new byte[HeaderLayout.BYTES],
                        proof.envelope(),
                        proof.envelopePath(),
                        proof.receipt(),
                        proof.receiptPath()),
                SALE.anchor(),
                Doubt.HEADER_MALFORMED);
        assertDoubted(
                new SettlementProof(
                        proof.header(),
                        proof.envelope(),
                        proof.envelopePath(),
                        Arrays.copyOf(proof.receipt(), proof.receipt().length + 1),
                        proof.receiptPath()),
                SALE.anchor(),
                Doubt.RECEIPT_MALFORMED);
    }

    @Test
    void thePathsOfOneTransactionProveNoOther() {
        int count = SALE.receipts().size();
        int doubted = 0;
        // Which of the proofs each of the four parts is taken from.
        for (int choice = 0; choice < count * count * count * count; choice++) {
            int[] from = {
                choice % count, choice / count % count, choice / count / count % count, choice / count / count / count
            };
            SettlementProof mixed = new SettlementProof(
                    SALE.proof(0).header(),
                    SALE.block().envelopes().get(from[0]),
                    SALE.proof(from[1]).envelopePath(),
                    ReceiptCodec.encode(SALE.receipts().get(from[2])),
                    SALE.tree().path(from[3]));
            boolean isOfOne = from[1] == from[2]
                    && from[2] == from[3]
                    && Arrays.equals(
                            SALE.block().envelopes().get(from[0]),
                            SALE.block().envelopes().get(from[1]));
            assertThat(SettlementVerifier.verify(mixed, SALE.anchor()) instanceof Verdict.Proved)
                    .as("parts of %s", Arrays.toString(from))
                    .isEqualTo(isOfOne);
            doubted += isOfOne ? 0 : 1;
        }
        // Two envelopes stand there twice.
        assertThat(doubted).isEqualTo(625 - 9);
    }

    @Test
    void aPathOfATreeOfAnotherSizeIsDoubtedThoughItLeadsToTheRoot() {
        SettlementProof proof = SALE.proof(ProvenBlock.SALE);
        MerklePath five = proof.receiptPath();
        MerklePath eight = new MerklePath(0, 8, five.siblings());

        // Nothing but the count that the header says tells them apart.
        assertThat(eight.rootOver(ReceiptTree.leaf(proof.receipt())))
                .isEqualTo(SALE.tree().root());
        assertDoubted(with(proof, proof.envelopePath(), eight), SALE.anchor(), Doubt.COUNT_DIFFERENT);
        assertDoubted(
                with(proof, new MerklePath(0, 8, proof.envelopePath().siblings()), five),
                SALE.anchor(),
                Doubt.COUNT_DIFFERENT);
    }

    @Test
    void swappedPathsAndPositionsAreDoubted() {
        SettlementProof proof = SALE.proof(ProvenBlock.SALE);
        MerklePath path = proof.receiptPath();
        List<Hash> swapped = new ArrayList<>(path.siblings());
        swapped.add(swapped.removeFirst());

        assertDoubted(with(proof, path, proof.envelopePath()), SALE.anchor(), Doubt.ENVELOPE_NOT_IN_BLOCK);
        assertDoubted(
                with(proof, proof.envelopePath(), new MerklePath(0, 5, swapped)),
                SALE.anchor(),
                Doubt.RECEIPT_NOT_UNDER_ROOT);
        for (int other = 1; other < 4; other++) {
            assertDoubted(
                    with(proof, new MerklePath(other, 5, proof.envelopePath().siblings()), path),
                    SALE.anchor(),
                    Doubt.POSITION_DIFFERENT);
            assertDoubted(
                    with(proof, proof.envelopePath(), new MerklePath(other, 5, path.siblings())),
                    SALE.anchor(),
                    Doubt.POSITION_DIFFERENT);
        }
        assertThatThrownBy(() -> new MerklePath(5, 0, path.siblings())).isInstanceOf(IllegalArgumentException.class);
    }

    private static SettlementProof with(SettlementProof proof, MerklePath envelopePath, MerklePath receiptPath) {
        return new SettlementProof(proof.header(), proof.envelope(), envelopePath, proof.receipt(), receiptPath);
    }

    /** Validators that sign a wrong receipts root are believed in many things, but not in everything. */
    @Test
    void aReceiptThatDoesNotBelongToItsBlockOrTransactionIsDoubted() {
        Receipt sale = SALE.receipts().get(ProvenBlock.SALE);
        Receipt none = SALE.receipts().get(ProvenBlock.NO_TRANSACTION);

        assertDoubtedReceipt(
                with(sale, sale.transactionId(), 5, sale.blockTimeMillis()), Doubt.RECEIPT_OF_ANOTHER_BLOCK);
        assertDoubtedReceipt(with(sale, sale.transactionId(), 4, 1), Doubt.RECEIPT_OF_ANOTHER_BLOCK);
        assertDoubtedReceipt(
                with(sale, new TransactionId(OTHER_HASH), 4, sale.blockTimeMillis()), Doubt.TRANSACTION_DIFFERENT);
        assertDoubtedReceipt(
                with(
                        sale,
                        TransactionCodec.idOfMalformed(SALE.block().envelopes().getFirst()),
                        4,
                        sale.blockTimeMillis()),
                Doubt.RECEIPT_CONTRADICTS_ITSELF);
        assertDoubtedReceipt(
                with(none, new TransactionId(OTHER_HASH), 4, none.blockTimeMillis()), Doubt.TRANSACTION_UNREADABLE);
        assertDoubtedReceipt(
                new Receipt(
                        none.transactionId(),
                        none.height(),
                        none.position(),
                        none.blockTimeMillis(),
                        List.of(Refusal.of(RefusalCode.MALFORMED), Refusal.of(RefusalCode.MALFORMED)),
                        List.of()),
                Doubt.RECEIPT_CONTRADICTS_ITSELF);
    }

    private static Receipt with(Receipt receipt, TransactionId id, long height, long timeMillis) {
        return new Receipt(id, height, receipt.position(), timeMillis, receipt.refusals(), receipt.postings());
    }

    private static void assertDoubtedReceipt(Receipt lie, Doubt doubt) {
        List<Hash> leaves = new ArrayList<>();
        SALE.receipts().forEach(receipt -> leaves.add(ReceiptTree.leaf(ReceiptCodec.encode(receipt))));
        leaves.set(lie.position(), ReceiptTree.leaf(ReceiptCodec.encode(lie)));
        MerkleTree tree = MerkleTree.over(leaves);
        SettlementProof proof = SALE.proof(lie.position());

        assertDoubted(
                new SettlementProof(
                        proof.header(),
                        proof.envelope(),
                        proof.envelopePath(),
                        ReceiptCodec.encode(lie),
                        tree.path(lie.position())),
                new Anchor(CHAIN, SALE.anchor().height(), SALE.block().hash(), tree.root()),
                doubt);
    }

    /** An older release did not know the operation, and refused it; a newer one, that can read it, must not be at a loss. */
    @Test
    void whatAnEarlierReleaseCouldNotReadIsProvedToHaveBeenRefused() {
        byte[] sale = SALE.block().envelopes().getFirst();
        ProvenBlock block = ProvenBlock.of(
                List.of(sale),
                List.of(new Receipt(
                        TransactionCodec.idOfMalformed(sale),
                        9,
                        0,
                        1_000,
                        List.of(Refusal.of(RefusalCode.OPERATION_UNKNOWN)),
                        List.of())));

        assertThat(proved(block, 0).body()).isEqualTo(Optional.empty());
    }

    @Test
    void theOnlyTransactionOfABlockHasAProofWithoutSiblings() {
        ProvenBlock alone = ProvenBlock.of(
                List.of(new byte[] {1}),
                List.of(new Receipt(
                        TransactionCodec.idOfMalformed(new byte[] {1}),
                        9,
                        0,
                        1_000,
                        List.of(Refusal.of(RefusalCode.MALFORMED)),
                        List.of())));

        assertThat(proved(alone, 0).receipt()).isEqualTo(alone.receipts().getFirst());
        assertThat(alone.proof(0).receiptPath().siblings()).isEmpty();
        assertThat(alone.tree().root())
                .isEqualTo(ReceiptTree.leaf(ReceiptCodec.encode(alone.receipts().getFirst())));
    }

    @Test
    void aProofHasBoundsAndATreeHasAnOrder() {
        SettlementProof proof = SALE.proof(0);
        MerklePath path = proof.envelopePath();
        Receipt second = SALE.receipts().get(1);

        assertThatThrownBy(() -> new SettlementProof(
                        proof.header(), new byte[EnvelopeLimits.ENVELOPE_BYTES_MAX + 1], path, proof.receipt(), path))
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> new SettlementProof(new byte[189], proof.envelope(), path, proof.receipt(), path))
                .hasMessageContaining("222 bytes");
        assertThatThrownBy(() -> ReceiptTree.over(List.of(second))).hasMessageContaining("in no order");
        assertThat(ReceiptTree.over(List.of()).root())
                .isEqualTo(Hash.fromHex("5da075255fd3bf78dc81a842a8d37c6ed12e287331ea2cb641f1ed41c77781c7"));
    }
}
