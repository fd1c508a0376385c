package org.khazana.ledger.state;

import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class RestrictionForm implements ValueForm<Long, Restriction> {
    @Override
    public void write(Restriction restriction, FieldWriter fields) {
        fields.constant(restriction.ground())
                .constant(restriction.target().scope())
                .number(restriction.target().holder())
                .optional(restriction.target().asset(), (asset, form) -> form.text(asset.text()))
                .constant(restriction.blocks())
                .optional(restriction.quantity(), (quantity, form) -> form.number(quantity))
                .list(restriction.serials().ranges(), RestrictionForm::writeRange)
                .number(restriction.authority().number())
                .text(restriction.caseReference())
                .fixed(restriction.documentHash().toBytes())
                .number(restriction.fromMillis())
                .optional(restriction.untilMillis(), (until, form) -> form.number(until))
                .constant(restriction.status());
    }

    @Override
    public Restriction read(Long number, FieldReader fields) {
        return new Restriction(
                number,
                fields.constant(RestrictionGround.class),
                new RestrictionTarget(
                        fields.constant(RestrictionScope.class),
                        fields.number(),
                        fields.optional(form -> new AssetCode(form.text()))),
                fields.constant(Blocks.class),
                fields.optional(FieldReader::number),
                new SerialSet(fields.list(RestrictionForm::readRange)),
                new PartyId(fields.number()),
                fields.text(),
                Hash.of(fields.fixed(Hash.BYTES)),
                fields.number(),
                fields.optional(FieldReader::number),
                fields.constant(Restriction.Status.class));
    }

    static void writeRange(SerialRange range, FieldWriter fields) {
        fields.number(range.first()).number(range.count());
    }

    static SerialRange readRange(FieldReader fields) {
        return new SerialRange(fields.number(), fields.number());
    }
}
