package org.khazana.ledger.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.transaction.TransactionId;

/** Receipts as bytes. */
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
        return wire.build().toByteArray();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws MalformedReceipt if these are other bytes
     */
    public static Receipt decode(byte[] bytes) {
        try {
            org.khazana.ledger.wire.v1.Receipt wire = org.khazana.ledger.wire.v1.Receipt.parseFrom(bytes);
            return new Receipt(
                    new TransactionId(Hash.of(wire.getTransactionId().toByteArray())),
                    wire.getHeight(),
                    wire.getPosition(),
                    wire.getBlockTimeMillis(),
                    wire.getRefusalsList().stream().map(ReceiptCodec::read).toList(),
                    wire.getPostingsList().stream().map(ReceiptCodec::read).toList());
        } catch (InvalidProtocolBufferException | IllegalArgumentException wrong) {
            throw new MalformedReceipt("these bytes are not a receipt: " + wrong.getMessage());
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

    private static Refusal read(org.khazana.ledger.wire.v1.Refusal wire) {
        return wire.getLeg() == 0
                ? Refusal.of(readCode(wire.getCode()))
                : Refusal.ofLeg(wire.getLeg(), readCode(wire.getLegCode()));
    }

    private static RefusalCode readCode(int number) {
        return RefusalCode.of(number).orElseThrow(() -> new IllegalArgumentException("unknown code " + number));
    }

    private static Posting read(org.khazana.ledger.wire.v1.Posting wire) {
        return new Posting(
                new AccountId(wire.getAccount()),
                new AssetCode(wire.getAsset()),
                wire.getBefore(),
                wire.getAfter(),
                wire.getSerialsList().stream()
                        .map(range -> new SerialRange(range.getFirst(), range.getCount()))
                        .toList());
    }
}
