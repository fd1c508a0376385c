package org.khazana.ledger.state;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class ProgrammeForm implements ValueForm<String, Programme> {
    @Override
    public void write(Programme programme, FieldWriter fields) {
        fields.text(programme.name())
                .number(programme.issuer().number())
                .text(programme.currency().text())
                .number(programme.ceilingMinor())
                .number(programme.authorisedMinor())
                .fixed(programme.legalInstrumentHash().toBytes());
    }

    @Override
    public Programme read(String code, FieldReader fields) {
        return new Programme(
                code,
                fields.text(),
                new PartyId(fields.number()),
                new AssetCode(fields.text()),
                fields.number(),
                fields.number(),
                Hash.of(fields.fixed(Hash.BYTES)));
    }
}
