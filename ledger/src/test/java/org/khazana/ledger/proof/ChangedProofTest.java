package org.khazana.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.PKR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.wire.TransactionCodec;

/** Whoever changes anything at all in a proof has none any more. */
class ChangedProofTest {
    private static boolean isBelieved(byte[] proof, Anchor anchor) {
        SettlementProof read;
        try {
            read = SettlementProofLayout.decode(proof);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching("(?s).{5,300}");
            return false;
        }
        assertThat(SettlementProofLayout.encode(read)).isEqualTo(proof);
        return SettlementVerifier.verify(read, anchor) instanceof Verdict.Proved;
    }

    @Test
    void noSingleBitOfASmallProofCanBeChanged() {
        ProvenBlock block = ProvenBlock.ofASale();
        for (int position = 0; position < block.receipts().size(); position++) {
            byte[] proof = SettlementProofLayout.encode(block.proof(position));
            assertThat(isBelieved(proof, block.anchor())).isTrue();
            for (int bit = 0; bit < proof.length * Byte.SIZE; bit++) {
                byte[] changed = proof.clone();
                changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
                assertThat(isBelieved(changed, block.anchor()))
                        .as("proof %s with bit %s changed", position, bit)
                        .isFalse();
            }
        }
    }

    @Test
    void noByteOfASmallProofCanBeLeftOutOrAdded() {
        ProvenBlock block = ProvenBlock.ofASale();
        byte[] proof = SettlementProofLayout.encode(block.proof(ProvenBlock.SALE));
        for (int at = 0; at <= proof.length; at++) {
            byte[] longer = Arrays.copyOf(proof, proof.length + 1);
            System.arraycopy(proof, at, longer, at + 1, proof.length - at);
            assertThat(isBelieved(longer, block.anchor()))
                    .as("a byte at %s twice", at)
                    .isFalse();
            assertThat(isBelieved(Arrays.copyOf(proof, at), block.anchor()))
                    .as("cut at %s", at)
                    .isEqualTo(at == proof.length);
        }
    }

    @Test
    void noRandomChangeOfALargeProofIsBelieved() {
        ProvenBlock block = large();
        List<byte[]> proofs = IntStream.range(0, block.receipts().size())
                .mapToObj(position -> SettlementProofLayout.encode(block.proof(position)))
                .toList();
        SplittableRandom random = new SplittableRandom(20_261_123);
        int changes = 0;
        while (changes < 10_000) {
            int position =
                    random.nextInt(3) == 0 ? random.nextInt(block.receipts().size()) : 0;
            byte[] good = proofs.get(position);
            byte[] changed = damage(good, random);
            if (!Arrays.equals(good, changed)) {
                assertThat(isBelieved(changed, block.anchor()))
                        .as("change %s, position %s", changes, position)
                        .isFalse();
                changes++;
            }
        }
    }

    /** 257 transactions, the first of which has moved tokens of many lots. */
    private static ProvenBlock large() {
        byte[] transfer = new TestNetwork().signed(TestNetwork.transfer(3001, 5001, 64), DEALER);
        List<SerialRange> scattered = IntStream.range(0, 64)
                .mapToObj(i -> new SerialRange(2L * i + 1, 1))
                .toList();
        List<byte[]> envelopes = new ArrayList<>(List.of(transfer));
        List<Receipt> receipts = new ArrayList<>(List.of(new Receipt(
                TransactionCodec.idOf(TestNetwork.CHAIN, body(transfer)),
                9,
                0,
                1_000,
                List.of(),
                List.of(
                        new Posting(new AccountId(3001), BILL, 64, 0, scattered),
                        new Posting(new AccountId(5001), BILL, 0, 64, scattered),
                        new Posting(new AccountId(5001), PKR, 1L << 40, 0)))));
        for (int i = 1; i < 257; i++) {
            byte[] envelope = {(byte) (i >> 8), (byte) i};
            envelopes.add(envelope);
            receipts.add(new Receipt(
                    TransactionCodec.idOfMalformed(envelope),
                    9,
                    i,
                    1_000,
                    List.of(Refusal.of(RefusalCode.MALFORMED)),
                    List.of()));
        }
        ProvenBlock block = ProvenBlock.of(envelopes, receipts);
        assertThat(isBelieved(SettlementProofLayout.encode(block.proof(0)), block.anchor()))
                .isTrue();
        return block;
    }

    /** The body is the first field of an envelope, and shorter here than 128 bytes. */
    private static byte[] body(byte[] envelope) {
        return Arrays.copyOfRange(envelope, 2, 2 + envelope[1]);
    }

    /** Flips bits, writes over, cuts, repeats and moves some bytes. */
    static byte[] damage(byte[] good, SplittableRandom random) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(random.nextInt(1, 40), bytes.length - at);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, Math.max(1, at)) : bytes;
                case 3 -> System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                default -> Arrays.fill(bytes, at, at + length, (byte) 0);
            }
        }
        return bytes;
    }
}
