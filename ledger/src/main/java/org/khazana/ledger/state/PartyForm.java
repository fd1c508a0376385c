package org.khazana.ledger.state;

import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class PartyForm implements ValueForm<PartyId, Party> {
    @Override
    public void write(Party party, FieldWriter fields) {
        fields.text(party.name()).constant(party.status());
    }

    @Override
    public Party read(PartyId id, FieldReader fields) {
        return new Party(id, fields.text(), fields.constant(PartyStatus.class));
    }
}
