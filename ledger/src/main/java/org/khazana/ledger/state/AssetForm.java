package org.khazana.ledger.state;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class AssetForm implements ValueForm<AssetCode, Asset> {
    @Override
    public void write(Asset asset, FieldWriter fields) {
        fields.number(asset.units().outstanding())
                .number(asset.units().retired())
                .number(asset.units().nextSerial())
                .optional(asset.bill(), AssetForm::writeBill)
                .optional(asset.cash(), (cash, form) -> form.small(cash.minorDigits()));
    }

    @Override
    public Asset read(AssetCode code, FieldReader fields) {
        return new Asset(
                code,
                new Units(fields.number(), fields.number(), fields.number()),
                fields.optional(AssetForm::readBill),
                fields.optional(form -> new Asset.CashTerms(form.small())));
    }

    private static void writeBill(Asset.BillTerms bill, FieldWriter fields) {
        fields.number(bill.issuer().number())
                .text(bill.name())
                .text(bill.currency().text())
                .number(bill.faceMinor())
                .small(bill.issueDay())
                .small(bill.maturityDay())
                .number(bill.authorisedUnits())
                .number(bill.minimumUnits())
                .number(bill.multipleUnits())
                .optional(bill.termSheetHash(), (hash, form) -> form.fixed(hash.toBytes()));
    }

    private static Asset.BillTerms readBill(FieldReader fields) {
        return new Asset.BillTerms(
                new PartyId(fields.number()),
                fields.text(),
                new AssetCode(fields.text()),
                fields.number(),
                fields.small(),
                fields.small(),
                fields.number(),
                fields.number(),
                fields.number(),
                fields.optional(form -> Hash.of(form.fixed(Hash.BYTES))));
    }
}
