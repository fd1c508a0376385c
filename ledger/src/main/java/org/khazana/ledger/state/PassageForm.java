package org.khazana.ledger.state;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;
import org.khazana.ledger.transaction.TransactionId;

final class PassageForm implements ValueForm<PassageId, Passage> {
    @Override
    public void write(Passage passage, FieldWriter fields) {
        fields.text(passage.asset().text())
                .number(passage.serials().first())
                .number(passage.serials().count())
                .optional(passage.from(), (account, form) -> form.number(account.number()))
                .optional(passage.to(), (account, form) -> form.number(account.number()))
                .fixed(passage.transaction().hash().toBytes())
                .number(passage.blockTimeMillis())
                .optional(passage.earlier(), (earlier, form) -> {
                    writeId(earlier.passage(), form);
                    form.number(earlier.first());
                })
                .optional(passage.below(), PassageForm::writeId)
                .optional(passage.above(), PassageForm::writeId);
    }

    @Override
    public Passage read(PassageId id, FieldReader fields) {
        return new Passage(
                id,
                new AssetCode(fields.text()),
                new SerialRange(fields.number(), fields.number()),
                fields.optional(form -> new AccountId(form.number())),
                fields.optional(form -> new AccountId(form.number())),
                new TransactionId(Hash.of(fields.fixed(Hash.BYTES))),
                fields.number(),
                fields.optional(form -> new Passage.Earlier(readId(form), form.number())),
                fields.optional(PassageForm::readId),
                fields.optional(PassageForm::readId));
    }

    static void writeId(PassageId id, FieldWriter fields) {
        fields.number(id.height()).number(id.place());
    }

    static PassageId readId(FieldReader fields) {
        return PassageId.of(fields.number(), fields.number());
    }
}
