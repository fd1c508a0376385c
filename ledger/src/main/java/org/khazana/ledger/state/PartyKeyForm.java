package org.khazana.ledger.state;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class PartyKeyForm implements ValueForm<PublicKey, PartyKey> {
    @Override
    public void write(PartyKey key, FieldWriter fields) {
        fields.number(key.party().number())
                .flag(key.isRevoked())
                .small(key.weight())
                .optional(key.person(), (person, form) -> form.fixed(person.toBytes()));
    }

    @Override
    public PartyKey read(PublicKey publicKey, FieldReader fields) {
        return new PartyKey(
                publicKey,
                new PartyId(fields.number()),
                fields.flag(),
                fields.small(),
                fields.optional(form -> Hash.of(form.fixed(Hash.BYTES))));
    }
}
