package org.khazana.ledger.state;

import org.khazana.ledger.claim.PledgeKind;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class PledgeForm implements ValueForm<Long, Pledge> {
    @Override
    public void write(Pledge pledge, FieldWriter fields) {
        fields.constant(pledge.kind())
                .small(pledge.part())
                .number(pledge.beneficiary().number())
                .small(pledge.noticeDays())
                .optional(pledge.noticeGivenMillis(), (given, form) -> form.number(given))
                .constant(pledge.status());
    }

    @Override
    public Pledge read(Long number, FieldReader fields) {
        return new Pledge(
                number,
                fields.constant(PledgeKind.class),
                fields.small(),
                new PartyId(fields.number()),
                fields.small(),
                fields.optional(FieldReader::number),
                fields.constant(Pledge.Status.class));
    }
}
