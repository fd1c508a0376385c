package org.khazana.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;
import static org.khazana.ledger.execution.TestNetwork.PKR;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.operation.WorkOperation;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.receipt.ReceiptLimits;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.rules.LotChoice;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.wire.v1.LegLeftOut;

class ReceiptCodecTest {
    private static final Receipt DONE = new Receipt(
            new TransactionId(CHAIN.hash()),
            7,
            1,
            1_000,
            List.of(),
            List.of(
                    new Posting(new AccountId(3001), BILL, 500, 0, List.of(new SerialRange(1, 500))),
                    new Posting(new AccountId(5001), PKR, 0, 300)));
    private static final Receipt REFUSED = new Receipt(
            new TransactionId(CHAIN.hash()),
            7,
            0,
            0,
            List.of(Refusal.of(RefusalCode.MALFORMED), Refusal.ofLeg(2, RefusalCode.QUANTITY_INSUFFICIENT)),
            List.of());

    private static final Receipt IN_PART = new Receipt(
            DONE.transactionId(),
            7,
            1,
            1_000,
            List.of(),
            DONE.postings(),
            List.of(
                    new Refusal.LegRefusal(1, RefusalCode.CREDIT_BLOCKED),
                    new Refusal.LegRefusal(1, RefusalCode.QUANTITY_INSUFFICIENT),
                    new Refusal.LegRefusal(3, RefusalCode.SELF_TRANSFER)));

    private static org.khazana.ledger.wire.v1.Receipt.Builder wire(Receipt receipt) throws Exception {
        return org.khazana.ledger.wire.v1.Receipt.parseFrom(ReceiptCodec.encode(receipt)).toBuilder();
    }

    private static void assertMalformed(org.khazana.ledger.wire.v1.Receipt.Builder wire, String sentence) {
        assertThatThrownBy(() -> ReceiptCodec.decode(wire.build().toByteArray()))
                .isInstanceOf(MalformedReceipt.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (Receipt receipt : List.of(DONE, REFUSED, IN_PART)) {
            assertThat(ReceiptCodec.decode(ReceiptCodec.encode(receipt))).isEqualTo(receipt);
        }
    }

    @Test
    void theSameReceiptInAnotherByteFormIsRefused() {
        ByteString good = ByteString.copyFrom(ReceiptCodec.encode(DONE));
        ByteString id = good.substring(0, 34);
        ByteString rest = good.substring(34);
        // Height 7 in two bytes instead of one; it stands behind the id.
        ByteString longNumber = id.concat(bytes(0x10, 0x87, 0x00)).concat(rest.substring(2));

        for (ByteString other : List.of(
                good.concat(bytes(0x38, 0x01)),
                good.concat(bytes(0x10, 0x07)),
                id.concat(good),
                rest.concat(id),
                longNumber,
                ByteString.copyFrom(ReceiptCodec.encode(REFUSED)).concat(bytes(0x18, 0x00)))) {
            assertThatThrownBy(() -> ReceiptCodec.decode(other.toByteArray()))
                    .isInstanceOf(MalformedReceipt.class)
                    .hasMessageContaining("one byte form");
        }
    }

    private static ByteString bytes(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return ByteString.copyFrom(all);
    }

    @Test
    void aRefusalOfALegHasOneByteFormToo() throws Exception {
        var leg = org.khazana.ledger.wire.v1.Refusal.newBuilder()
                .setCode(7007)
                .setLeg(2)
                .setLegCode(6003);

        assertMalformed(wire(DONE).clearPostings().addRefusals(leg.clone().setCode(7006)), "one byte form");
        assertMalformed(wire(DONE).clearPostings().addRefusals(leg.clone().setLeg(0)), "one byte form");
        assertMalformed(wire(DONE).clearPostings().addRefusals(leg.clone().setLegCode(1)), "unknown code 1");
    }

    @Test
    void legsThatWereLeftOutAreOfWhatWasDoneAndInTheirOrder() throws Exception {
        LegLeftOut.Builder leg = LegLeftOut.newBuilder().setLeg(3).setCode(6005);

        assertMalformed(wire(REFUSED).addLegsLeftOut(leg), "though it was refused");
        assertMalformed(wire(IN_PART).addLegsLeftOut(leg.clone().setLeg(2)), "not in their order");
        assertMalformed(wire(DONE).addLegsLeftOut(leg.clone().setLeg(0)), "below 1");
        assertMalformed(wire(DONE).addLegsLeftOut(leg.clone().setLeg(-1)), "below 1");
        assertMalformed(wire(DONE).addLegsLeftOut(leg.clone().setCode(1)), "unknown code 1");
    }

    @Test
    void figuresThatNoReceiptHasAreRefused() throws Exception {
        var posting =
                org.khazana.ledger.wire.v1.Posting.newBuilder().setAccount(1).setAsset("PKR");
        var serials = org.khazana.ledger.wire.v1.Serials.newBuilder();

        assertMalformed(wire(DONE).setHeight(0), "height below 1");
        assertMalformed(wire(DONE).setPosition(-1), "negative position");
        assertMalformed(wire(DONE).setBlockTimeMillis(-1), "time");
        assertMalformed(wire(REFUSED).addPostings(posting), "though it was refused");
        assertMalformed(wire(DONE).addPostings(posting.clone().setAccount(0)), "account below 1");
        assertMalformed(wire(DONE).addPostings(posting.clone().setAccount(-1)), "account below 1");
        assertMalformed(wire(DONE).addPostings(posting.clone().setBefore(-1)), "below zero");
        assertMalformed(wire(DONE).addPostings(posting.clone().setAfter(-1)), "below zero");
        assertMalformed(wire(DONE).addPostings(posting.clone().addSerials(serials.setFirst(5))), "serials");
        assertMalformed(
                wire(DONE).addPostings(posting.clone().addSerials(serials.setCount(Long.MAX_VALUE))), "serials");
        assertMalformed(wire(DONE).addPostings(posting.clone().setAsset("pkr")), "asset code");
        assertMalformed(wire(DONE).setTransactionId(ByteString.EMPTY), "32 bytes");
        assertMalformed(
                wire(DONE)
                        .addAllRefusals(Collections.nCopies(
                                Receipt.REFUSALS_MAX + 1,
                                org.khazana.ledger.wire.v1.Refusal.newBuilder()
                                        .setCode(1001)
                                        .build())),
                "too many");
        assertThatThrownBy(() -> ReceiptCodec.decode(new byte[ReceiptLimits.RECEIPT_BYTES_MAX + 1]))
                .isInstanceOf(MalformedReceipt.class)
                .hasMessageContaining("at most");
    }

    /** What the rules allow most: a thousand instructions of 32 legs, the last one of tokens from as many lots as may be. */
    @Test
    void theLargestReceiptThatTheRulesAllowIsWithinItsBound() {
        Posting cash = new Posting(
                new AccountId(Long.MAX_VALUE), new AssetCode("PKR"), Long.MAX_VALUE, Long.MAX_VALUE, List.of());
        List<SerialRange> scattered =
                Collections.nCopies(LotChoice.LOTS_MAX, new SerialRange(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2));
        Posting tokens =
                new Posting(new AccountId(Long.MAX_VALUE), new AssetCode("PK0000000007"), Long.MAX_VALUE, 0, scattered);
        int ofOne = 2 * SettleNow.LEGS_MAX;
        int all = WorkOperation.RECORDS_MAX * ofOne;
        // A step ends when it has moved a thousand ranges: these, in four legs, and those of the instruction that it
        // ends with.
        int ofTokens = 2 * 4 + ofOne;
        Posting[] postings = new Posting[all];
        Arrays.fill(postings, cash);
        Arrays.fill(postings, 0, ofTokens, tokens);

        byte[] largest = ReceiptCodec.encode(new Receipt(
                new TransactionId(CHAIN.hash()),
                Long.MAX_VALUE,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                List.of(),
                List.of(postings)));

        assertThat(largest.length).isLessThanOrEqualTo(ReceiptLimits.RECEIPT_BYTES_MAX);
        assertThat(ReceiptCodec.encode(ReceiptCodec.decode(largest))).isEqualTo(largest);
    }

    /** As many legs as may be, which move as many ranges as all together may. */
    @Test
    void theLargestReceiptOfABatchIsWithinItsBound() {
        List<SerialRange> scattered =
                Collections.nCopies(LotChoice.LOTS_MAX, new SerialRange(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2));
        int full = TransferBatch.RANGES_MAX / LotChoice.LOTS_MAX;
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < 2 * TransferBatch.LEGS_MAX; i++) {
            postings.add(new Posting(
                    new AccountId(Long.MAX_VALUE),
                    new AssetCode("PK0000000007"),
                    Long.MAX_VALUE,
                    0,
                    i < 2 * full ? scattered : List.of()));
        }
        List<Refusal.LegRefusal> leftOut = new ArrayList<>();
        for (int i = 0; i < TransferBatch.LEGS_MAX * Receipt.REFUSALS_MAX; i++) {
            leftOut.add(new Refusal.LegRefusal(1 + i / Receipt.REFUSALS_MAX, RefusalCode.UNIT_DIFFERENT));
        }

        byte[] largest = ReceiptCodec.encode(
                new Receipt(DONE.transactionId(), Long.MAX_VALUE, 1, Long.MAX_VALUE, List.of(), postings, leftOut));

        assertThat(largest.length).isLessThanOrEqualTo(ReceiptLimits.RECEIPT_BYTES_MAX);
    }
}
