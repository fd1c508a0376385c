package org.khazana.ledger.state;

import java.util.TreeSet;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class PartyForm implements ValueForm<PartyId, Party> {
    @Override
    public void write(Party party, FieldWriter fields) {
        fields.text(party.name())
                .list(party.roles(), (role, form) -> form.constant(role))
                .constant(party.status());
    }

    @Override
    public Party read(PartyId id, FieldReader fields) {
        return new Party(
                id,
                fields.text(),
                new TreeSet<>(fields.list(form -> form.constant(Role.class))),
                fields.constant(PartyStatus.class));
    }
}
