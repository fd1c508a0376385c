package org.khazana.ledger.state;

import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class LotForm implements ValueForm<LotKey, Lot> {
    @Override
    public void write(Lot lot, FieldWriter fields) {
        fields.number(lot.length())
                .optional(lot.holder(), (holder, form) -> form.number(holder.number()))
                .number(lot.tranche())
                .small(lot.earliestTransferDay());
        PassageForm.writeId(lot.passage(), fields);
    }

    @Override
    public Lot read(LotKey key, FieldReader fields) {
        return new Lot(
                key.asset(),
                key.first(),
                fields.number(),
                fields.optional(form -> new AccountId(form.number())),
                fields.number(),
                fields.small(),
                PassageForm.readId(fields));
    }
}
