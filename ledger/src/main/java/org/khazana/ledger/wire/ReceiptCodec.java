package org.khazana.ledger.wire;

import static org.khazana.ledger.receipt.ReceiptLimits.RECEIPT_BYTES_MAX;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.List;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.wire.v1.LegLeftOut;

/** Receipts as bytes, under which validators sign their hash. Every receipt has one byte form: {@code docs/proofs.md}. */
public final class ReceiptCodec {
    private ReceiptCodec() {}

    /** The bytes of a receipt, the same on every node. */
    public static byte[] encode(Receipt receipt) {
        org.khazana.ledger.wire.v1.Receipt.Builder wire = org.khazana.ledger.wire.v1.Receipt.newBuilder()
                .setTransactionId(
                        ByteString.copyFrom(receipt.transactionId().hash().toBytes()))
                .setHeight(receipt.height())
                .setPosition(receipt.position())
                .setBlockTimeMillis(receipt.blockTimeMillis());
        receipt.refusals().forEach(refusal -> wire.addRefusals(write(refusal)));
        for (Posting posting : receipt.postings()) {
            wire.addPostings(write(posting));
        }
        receipt.legsLeftOut().forEach(leg -> wire.addLegsLeftOut(write(leg)));
        return wire.build().toByteArray();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @param bytes at most {@code RECEIPT_BYTES_MAX}
     * @throws MalformedReceipt if these are other bytes
     */
    public static Receipt decode(byte[] bytes) {
        if (bytes.length > RECEIPT_BYTES_MAX) {
            throw new MalformedReceipt("a receipt has at most " + RECEIPT_BYTES_MAX + " bytes, not " + bytes.length);
        }
        Receipt receipt = read(bytes);
        if (!Arrays.equals(encode(receipt), bytes)) {
            throw new MalformedReceipt("the receipt is not in its one byte form");
        }
        return receipt;
    }

    private static Receipt read(byte[] bytes) {
        try {
            org.khazana.ledger.wire.v1.Receipt wire = org.khazana.ledger.wire.v1.Receipt.parseFrom(bytes);
            require(
                    wire.getHeight() >= 1 && wire.getPosition() >= 0 && wire.getBlockTimeMillis() >= 0,
                    "a height below 1, or a negative position or time");
            require(wire.getRefusalsCount() <= Receipt.REFUSALS_MAX, "too many refusals");
            require(
                    wire.getRefusalsCount() == 0 || (wire.getPostingsCount() == 0 && wire.getLegsLeftOutCount() == 0),
                    "something was done, though it was refused");
            require(isAscending(wire.getLegsLeftOutList()), "legs that were left out below 1, or not in their order");
            return new Receipt(
                    new TransactionId(Hash.of(wire.getTransactionId().toByteArray())),
                    wire.getHeight(),
                    wire.getPosition(),
                    wire.getBlockTimeMillis(),
                    wire.getRefusalsList().stream().map(ReceiptCodec::read).toList(),
                    wire.getPostingsList().stream().map(ReceiptCodec::read).toList(),
                    wire.getLegsLeftOutList().stream().map(ReceiptCodec::read).toList());
        } catch (InvalidProtocolBufferException | IllegalArgumentException wrong) {
            throw new MalformedReceipt("these bytes are not a receipt: " + wrong.getMessage());
        }
    }

    private static void require(boolean holds, String wrong) {
        if (!holds) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static org.khazana.ledger.wire.v1.Posting write(Posting posting) {
        org.khazana.ledger.wire.v1.Posting.Builder wire = org.khazana.ledger.wire.v1.Posting.newBuilder()
                .setAccount(posting.account().number())
                .setAsset(posting.asset().text())
                .setBefore(posting.before())
                .setAfter(posting.after());
        posting.serials()
                .forEach(range -> wire.addSerials(org.khazana.ledger.wire.v1.Serials.newBuilder()
                        .setFirst(range.first())
                        .setCount(range.count())));
        return wire.build();
    }

    private static org.khazana.ledger.wire.v1.Refusal write(Refusal refusal) {
        org.khazana.ledger.wire.v1.Refusal.Builder wire = org.khazana.ledger.wire.v1.Refusal.newBuilder()
                .setCode(refusal.code().number());
        refusal.leg()
                .ifPresent(
                        leg -> wire.setLeg(leg.number()).setLegCode(leg.code().number()));
        return wire.build();
    }

    private static LegLeftOut write(Refusal.LegRefusal leg) {
        return LegLeftOut.newBuilder()
                .setLeg(leg.number())
                .setCode(leg.code().number())
                .build();
    }

    private static Refusal.LegRefusal read(LegLeftOut leg) {
        return new Refusal.LegRefusal(leg.getLeg(), readCode(leg.getCode()));
    }

    private static boolean isAscending(List<LegLeftOut> legs) {
        int last = 1;
        for (LegLeftOut leg : legs) {
            if (leg.getLeg() < last) {
                return false;
            }
            last = leg.getLeg();
        }
        return true;
    }

    private static Refusal read(org.khazana.ledger.wire.v1.Refusal wire) {
        require(wire.getLeg() >= 0, "a negative leg");
        return wire.getLeg() == 0
                ? Refusal.of(readCode(wire.getCode()))
                : Refusal.ofLeg(wire.getLeg(), readCode(wire.getLegCode()));
    }

    private static RefusalCode readCode(int number) {
        return RefusalCode.of(number).orElseThrow(() -> new IllegalArgumentException("unknown code " + number));
    }

    private static Posting read(org.khazana.ledger.wire.v1.Posting wire) {
        require(wire.getAccount() >= 1, "an account below 1");
        require(wire.getBefore() >= 0 && wire.getAfter() >= 0, "a position below zero");
        return new Posting(
                new AccountId(wire.getAccount()),
                new AssetCode(wire.getAsset()),
                wire.getBefore(),
                wire.getAfter(),
                wire.getSerialsList().stream().map(ReceiptCodec::read).toList());
    }

    private static SerialRange read(org.khazana.ledger.wire.v1.Serials wire) {
        SerialRange range = new SerialRange(wire.getFirst(), wire.getCount());
        require(range.isSound(), "serials that cannot be");
        return range;
    }
}
