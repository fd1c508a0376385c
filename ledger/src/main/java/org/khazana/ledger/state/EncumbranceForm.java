package org.khazana.ledger.state;

import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class EncumbranceForm implements ValueForm<EncumbranceId, Encumbrance> {
    @Override
    public void write(Encumbrance encumbrance, FieldWriter fields) {
        fields.number(encumbrance.account().number())
                .text(encumbrance.asset().text())
                .number(encumbrance.quantity())
                .list(encumbrance.serials().ranges(), RestrictionForm::writeRange)
                .number(encumbrance.beneficiary().number())
                .text(encumbrance.reference())
                .optional(encumbrance.untilMillis(), (until, form) -> form.number(until));
    }

    @Override
    public Encumbrance read(EncumbranceId id, FieldReader fields) {
        return new Encumbrance(
                id,
                new AccountId(fields.number()),
                new AssetCode(fields.text()),
                fields.number(),
                new SerialSet(fields.list(RestrictionForm::readRange)),
                new PartyId(fields.number()),
                fields.text(),
                fields.optional(FieldReader::number));
    }
}
