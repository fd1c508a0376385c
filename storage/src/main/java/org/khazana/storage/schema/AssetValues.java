package org.khazana.storage.schema;

import com.google.protobuf.ByteString;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.transaction.AssetCode;
import org.khazana.ledger.transaction.PartyId;
import org.khazana.storage.schema.v1.AssetValue;
import org.khazana.storage.schema.v1.BillTermsValue;
import org.khazana.storage.schema.v1.CashTermsValue;

/** Assets as bytes. */
final class AssetValues {
    private AssetValues() {}

    static byte[] bytes(Asset asset) {
        AssetValue.Builder value = AssetValue.newBuilder().setOutstandingUnits(asset.outstandingUnits());
        asset.bill().ifPresent(bill -> value.setBill(write(bill)));
        asset.cash().ifPresent(cash -> value.setCash(CashTermsValue.newBuilder().setMinorDigits(cash.minorDigits())));
        return value.build().toByteArray();
    }

    static Asset read(byte[] key, byte[] bytes) {
        AssetValue value = Damaged.parse(bytes, AssetValue::parseFrom);
        return new Asset(
                Keys.readAsset(key, 0),
                value.getOutstandingUnits(),
                value.hasBill() ? Optional.of(read(value.getBill())) : Optional.empty(),
                value.hasCash()
                        ? Optional.of(new Asset.CashTerms(value.getCash().getMinorDigits()))
                        : Optional.empty());
    }

    private static BillTermsValue write(Asset.BillTerms bill) {
        BillTermsValue.Builder value = BillTermsValue.newBuilder()
                .setIssuer(bill.issuer().number())
                .setName(bill.name())
                .setCurrency(bill.currency().text())
                .setFaceMinor(bill.faceMinor())
                .setIssueDay(bill.issueDay())
                .setMaturityDay(bill.maturityDay())
                .setAuthorisedUnits(bill.authorisedUnits())
                .setMinimumUnits(bill.minimumUnits())
                .setMultipleUnits(bill.multipleUnits());
        bill.termSheetHash().ifPresent(hash -> value.setTermSheetHash(ByteString.copyFrom(hash.toBytes())));
        return value.build();
    }

    private static Asset.BillTerms read(BillTermsValue value) {
        return new Asset.BillTerms(
                new PartyId(value.getIssuer()),
                value.getName(),
                new AssetCode(value.getCurrency()),
                value.getFaceMinor(),
                value.getIssueDay(),
                value.getMaturityDay(),
                value.getAuthorisedUnits(),
                value.getMinimumUnits(),
                value.getMultipleUnits(),
                value.getTermSheetHash().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Hash.of(value.getTermSheetHash().toByteArray())));
    }
}
