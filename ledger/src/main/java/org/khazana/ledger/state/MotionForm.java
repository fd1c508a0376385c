package org.khazana.ledger.state;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.wire.OperationCodec;

final class MotionForm implements ValueForm<TransactionId, Motion> {
    @Override
    public void write(Motion motion, FieldWriter fields) {
        fields.sized(OperationCodec.bytesOf(motion.operation()))
                .number(motion.mover().number());
        fields.list(
                motion.agreed().persons().entrySet(),
                (entry, form) -> form.number(entry.getKey().number())
                        .list(entry.getValue(), (person, tag) -> tag.fixed(person.toBytes())));
        fields.list(motion.opposed(), (party, form) -> form.number(party.number()))
                .number(motion.expiresAtMillis())
                .constant(motion.status());
    }

    @Override
    public Motion read(TransactionId id, FieldReader fields) {
        return new Motion(
                id,
                OperationCodec.of(fields.sized()),
                readAgreed(fields),
                new TreeSet<>(fields.list(form -> new PartyId(form.number()))),
                fields.number(),
                fields.constant(Motion.Status.class));
    }

    private static Signers readAgreed(FieldReader fields) {
        PartyId mover = new PartyId(fields.number());
        SortedMap<PartyId, SortedSet<Hash>> persons = new TreeMap<>();
        fields.list(form -> persons.put(
                new PartyId(form.number()), new TreeSet<>(form.list(tag -> Hash.of(tag.fixed(Hash.BYTES))))));
        return new Signers(mover, persons);
    }
}
