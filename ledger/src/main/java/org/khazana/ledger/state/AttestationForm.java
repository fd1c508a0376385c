package org.khazana.ledger.state;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class AttestationForm implements ValueForm<AttestationKey, Attestation> {
    @Override
    public void write(Attestation attestation, FieldWriter fields) {
        fields.number(attestation.units())
                .number(attestation.asOfMillis())
                .fixed(attestation.evidenceHash().toBytes());
    }

    @Override
    public Attestation read(AttestationKey key, FieldReader fields) {
        return new Attestation(
                key.asset(), key.attestor(), fields.number(), fields.number(), Hash.of(fields.fixed(Hash.BYTES)));
    }
}
