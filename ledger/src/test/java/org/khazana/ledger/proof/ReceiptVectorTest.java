package org.khazana.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.PKR;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.EmbeddedCertificate;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.MerkleTree;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.wire.ReceiptCodec;

/** The published form of receipts and their proofs, against bytes that another implementation worked out. */
class ReceiptVectorTest {
    private static final long TIME_MILLIS = 1_700_000_000_123L;

    private final Map<String, byte[]> vectors = new TreeMap<>();

    @BeforeEach
    void readVectors() throws IOException {
        for (String file : List.of("/proof-vectors.txt", "/receipt-vectors.txt")) {
            try (InputStream stream = Objects.requireNonNull(ReceiptVectorTest.class.getResourceAsStream(file))) {
                new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split(" = ", -1))
                        .forEach(parts -> vectors.put(parts[0], HexFormat.of().parseHex(parts[1])));
            }
        }
    }

    private byte[] bytes(String name) {
        return Objects.requireNonNull(vectors.get(name), name);
    }

    private Hash hash(String name) {
        return Hash.of(bytes(name));
    }

    private TransactionId transaction() {
        return new TransactionId(hash("transaction-id"));
    }

    private List<byte[]> envelopes() {
        return List.of(bytes("envelope"), new byte[] {1}, new byte[0]);
    }

    private List<Receipt> receipts() {
        List<SerialRange> serials = List.of(new SerialRange(1, 4), new SerialRange(101, 6));
        return List.of(
                new Receipt(
                        transaction(),
                        7,
                        0,
                        TIME_MILLIS,
                        List.of(),
                        List.of(
                                new Posting(new AccountId(3001), BILL, 500, 490, serials),
                                new Posting(new AccountId(5001), BILL, 0, 10, serials))),
                malformed(1),
                malformed(2));
    }

    private Receipt malformed(int position) {
        TransactionId id =
                new TransactionId(Domain.ENVELOPE_LEAF.hash(envelopes().get(position)));
        return new Receipt(id, 7, position, TIME_MILLIS, List.of(Refusal.of(RefusalCode.MALFORMED)), List.of());
    }

    @Test
    void receiptsAreEncodedAsPublished() {
        Receipt ofALeg = new Receipt(
                transaction(),
                1,
                0,
                0,
                List.of(
                        Refusal.ofLeg(2, RefusalCode.QUANTITY_INSUFFICIENT),
                        Refusal.ofLeg(3, RefusalCode.of(5001).orElseThrow())),
                List.of());
        Receipt largest = new Receipt(
                transaction(),
                Long.MAX_VALUE,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                List.of(),
                List.of(
                        new Posting(new AccountId(Long.MAX_VALUE), PKR, Long.MAX_VALUE, 0),
                        new Posting(new AccountId(1), PKR, 0, Long.MAX_VALUE)));

        assertIsTheForm("receipt-of-a-leg", ofALeg);
        assertIsTheForm("receipt-of-largest-numbers", largest);
        assertIsTheForm("receipt-with-legs-left-out", withLegsLeftOut());
        for (int i = 0; i < 3; i++) {
            assertIsTheForm("receipt-" + i, receipts().get(i));
            assertThat(ReceiptTree.leaf(bytes("receipt-" + i))).isEqualTo(hash("receipt-leaf-" + i));
        }
    }

    private Receipt withLegsLeftOut() {
        List<SerialRange> serials = List.of(new SerialRange(1, 10));
        return new Receipt(
                transaction(),
                1,
                2,
                3,
                List.of(),
                List.of(
                        new Posting(new AccountId(3001), BILL, 500, 490, serials),
                        new Posting(new AccountId(5001), BILL, 0, 10, serials)),
                List.of(
                        new Refusal.LegRefusal(2, RefusalCode.CREDIT_BLOCKED),
                        new Refusal.LegRefusal(2, RefusalCode.QUANTITY_INSUFFICIENT),
                        new Refusal.LegRefusal(1_000, RefusalCode.SELF_TRANSFER)));
    }

    private void assertIsTheForm(String name, Receipt receipt) {
        assertThat(ReceiptCodec.encode(receipt)).as(name).isEqualTo(bytes(name));
        assertThat(ReceiptCodec.decode(bytes(name))).isEqualTo(receipt);
    }

    @Test
    void theReceiptsRootIsThatOfThePublishedTree() {
        assertThat(ReceiptTree.over(receipts()).root()).isEqualTo(hash("receipts-root"));
        assertThat(ReceiptTree.over(receipts().subList(0, 1)).root()).isEqualTo(hash("receipts-root-of-receipt-0"));
        assertThat(ReceiptTree.over(List.of()).root()).isEqualTo(hash("receipts-root-of-none"));
    }

    @Test
    void pathsAreThoseOfThePublishedTree() {
        List<Hash> seven = IntStream.range(0, 7)
                .mapToObj(i -> Domain.RECEIPT_LEAF.hash(new byte[] {(byte) i}))
                .toList();

        assertThat(MerkleTree.root(seven)).isEqualTo(hash("root-of-seven"));
        for (int i = 0; i < 7; i++) {
            assertThat(MerkleTree.path(seven, i).toBytes()).isEqualTo(bytes("path-" + i + "-of-seven"));
        }
    }

    @Test
    void settlementProofsAreLaidOutAsPublishedAndProve() {
        Block block = new Block(
                HeaderLayout.decode(bytes("header")),
                hash("block-hash"),
                envelopes(),
                Optional.empty(),
                Optional.of(EmbeddedCertificate.of(bytes("certificate"))),
                Optional.empty());
        ReceiptTree tree = ReceiptTree.over(receipts());
        Anchor anchor = new Anchor(new ChainId(hash("chain-id")), 7, hash("block-hash"), hash("receipts-root"));

        for (int i = 0; i < 3; i++) {
            SettlementProof proof = SettlementProof.of(block, i, receipts().get(i), tree);
            SettlementProof published = SettlementProofLayout.decode(bytes("settlement-proof-" + i));

            assertThat(proof.envelopePath().toBytes()).isEqualTo(bytes("envelope-path-" + i));
            assertThat(proof.receiptPath().toBytes()).isEqualTo(bytes("receipt-path-" + i));
            assertThat(SettlementProofLayout.encode(proof)).isEqualTo(bytes("settlement-proof-" + i));
            assertThat(SettlementVerifier.verify(published, anchor))
                    .isInstanceOfSatisfying(
                            Verdict.Proved.class,
                            proved -> assertThat(proved.receipt())
                                    .isEqualTo(receipts().get(proved.receipt().position())));
        }
    }
}
