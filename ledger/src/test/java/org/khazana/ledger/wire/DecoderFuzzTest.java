package org.khazana.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.PKR;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.block.EmbeddedCertificate;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.execution.TestValidators;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Embedding;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.MalformedHead;
import org.khazana.ledger.finality.UnsignedCertificates;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.SetValidators;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.transaction.Transaction;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;

/** Damaged bytes: each decoder reads them or says in its own way that it cannot, and nothing else happens. */
class DecoderFuzzTest {
    private static final int ROUNDS = 3_000;
    private static final byte[] ENVELOPE = new TestNetwork()
            .signed(
                    new SettleNow(
                            List.of(TestNetwork.leg(3001, 5001, BILL, 100), TestNetwork.leg(5001, 3001, PKR, 41)),
                            Optional.of("x")),
                    DEALER);
    private static final byte[] VALIDATORS = new TestNetwork()
            .signed(
                    new SetValidators(
                            3,
                            List.of(
                                    TestValidators.founders().validators().getFirst(),
                                    TestValidators.joining(4, Group.CUSTODIAN, Duty.OBSERVER))),
                    DEALER);
    private static final Block BLOCK = BlockAssembly.assemble(
            new BlockOrigin(CHAIN, 7, 2, "validator-1", 1_000, CHAIN.hash(), CHAIN.hash()),
            List.of(ENVELOPE, new byte[] {1}, ENVELOPE));
    /** Little beside the certificate, so that most damage is in there or in the hash of it. */
    private static final Block CARRYING = carrying(Embedding.of(UnsignedCertificates.of(CHAIN, 6, 3)));

    private static final Receipt REFUSED = new Receipt(
            new TransactionId(CHAIN.hash()),
            7,
            1,
            1_000,
            List.of(Refusal.ofLeg(2, RefusalCode.QUANTITY_INSUFFICIENT)),
            List.of());
    private static final Receipt DONE = new Receipt(
            new TransactionId(CHAIN.hash()),
            7,
            1,
            1_000,
            List.of(),
            List.of(new Posting(new AccountId(1), PKR, 0, 5, List.of(new SerialRange(7, 5)))),
            List.of(new Refusal.LegRefusal(2, RefusalCode.SELF_TRANSFER)));

    private static Block carrying(EmbeddedCertificate certificate) {
        return BlockAssembly.assemble(
                new BlockOrigin(
                        CHAIN, 7, 2, "validator-1", 1_000, CHAIN.hash(), CHAIN.hash(), Optional.of(certificate)),
                List.of(new byte[] {1}));
    }

    /** Flips, cuts, repeats and inserts some bytes. */
    private static byte[] damage(byte[] good, SplittableRandom random) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(1, 20));
                default -> {
                    int length = Math.min(random.nextInt(1, 9), bytes.length - at);
                    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
            }
        }
        return bytes;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void aDamagedEnvelopeIsReadOrRefused(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = damage(round % 2 == 0 ? ENVELOPE : VALIDATORS, random);
            try {
                Transaction transaction = TransactionCodec.decode(CHAIN, bytes);
                read++;
                TransactionBody body = transaction.body();
                assertThat(TransactionCodec.decodeBody(TransactionCodec.encodeBody(body)))
                        .as("seed %s, round %s", seed, round)
                        .isEqualTo(body);
            } catch (MalformedTransaction refused) {
                assertThat(refused.code().leavesRequestOpen()).isTrue();
                assertThat(refused).hasMessageMatching("(?s).{5,300}");
            }
        }
        assertThat(read).isBetween(1, ROUNDS - 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void aBlockIsReadOnlyInItsOneForm(long seed) throws MalformedBlock {
        isReadOnlyInItsOneForm(BLOCK, seed);
        isReadOnlyInItsOneForm(CARRYING, seed);
    }

    /** Also where the header names damaged bytes as they are: then it is for the certificate's own decoder to refuse them. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void aCertificateInABlockIsReadOnlyInItsOneForm(long seed) {
        byte[] good = HeadCodec.encode(UnsignedCertificates.of(CHAIN, 6, 3));
        SplittableRandom random = new SplittableRandom(seed);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = damage(good, random);
            try {
                Block block = BlockCodec.decode(BlockCodec.encode(carrying(EmbeddedCertificate.of(bytes))));
                Certificate certificate = Embedding.in(block).orElseThrow();
                assertThat(HeadCodec.encode(certificate)).isEqualTo(bytes);
                assertThat(certificate.head().height()).isLessThan(7);
                assertThat(certificate.head().chainId()).isEqualTo(CHAIN);
                read++;
            } catch (MalformedBlock | MalformedHead refused) {
                assertThat(refused).hasMessageMatching("(?s).{5,300}");
            }
        }
        assertThat(read).isBetween(1, ROUNDS - 1);
    }

    private static void isReadOnlyInItsOneForm(Block whole, long seed) throws MalformedBlock {
        byte[] good = BlockCodec.encode(whole);
        assertThat(BlockCodec.encode(BlockCodec.decode(good))).isEqualTo(good);
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = damage(good, random);
            try {
                Block block = BlockCodec.decode(bytes);
                assertThat(BlockCodec.encode(block)).isEqualTo(bytes);
                assertThat(block.hash().equals(whole.hash()))
                        .as("seed %s, round %s: only the same bytes have the same hash", seed, round)
                        .isEqualTo(Arrays.equals(bytes, good));
            } catch (MalformedBlock refused) {
                assertThat(refused).hasMessageMatching("(?s).{5,300}");
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void aReceiptIsReadOnlyInItsOneForm(long seed) {
        List<byte[]> good = List.of(ReceiptCodec.encode(REFUSED), ReceiptCodec.encode(DONE));
        SplittableRandom random = new SplittableRandom(seed);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try {
                byte[] bytes = damage(good.get(round % 2), random);
                assertThat(ReceiptCodec.encode(ReceiptCodec.decode(bytes)))
                        .as("seed %s, round %s", seed, round)
                        .isEqualTo(bytes);
            } catch (MalformedReceipt malformed) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1, ROUNDS - 1);
    }
}
