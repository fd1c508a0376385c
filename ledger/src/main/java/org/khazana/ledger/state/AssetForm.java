package org.khazana.ledger.state;

import java.util.TreeSet;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.AssetAction;
import org.khazana.ledger.instrument.CashTerms;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.instrument.Terms;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class AssetForm implements ValueForm<AssetCode, Asset> {
    @Override
    public void write(Asset asset, FieldWriter fields) {
        fields.number(asset.units().outstanding())
                .number(asset.units().retired())
                .number(asset.units().nextSerial())
                .flag(asset.isCash());
        switch (asset.terms()) {
            case CashTerms cash -> fields.small(cash.minorDigits());
            case InstrumentTerms instrument -> TermsForm.write(instrument, fields);
        }
        fields.list(asset.paused(), (action, form) -> form.constant(action));
    }

    @Override
    public Asset read(AssetCode code, FieldReader fields) {
        Units units = new Units(fields.number(), fields.number(), fields.number());
        Terms terms = fields.flag() ? new CashTerms(fields.small()) : TermsForm.read(fields);
        return new Asset(code, units, terms, new TreeSet<>(fields.list(form -> form.constant(AssetAction.class))));
    }
}
