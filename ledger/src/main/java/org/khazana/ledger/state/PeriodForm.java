package org.khazana.ledger.state;

import org.khazana.ledger.instrument.PeriodDays;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class PeriodForm implements ValueForm<PeriodKey, Period> {
    @Override
    public void write(Period period, FieldWriter fields) {
        fields.small(period.days().accrualStart())
                .small(period.days().accrualEnd())
                .small(period.days().recordDay());
    }

    @Override
    public Period read(PeriodKey key, FieldReader fields) {
        return new Period(key.asset(), key.number(), new PeriodDays(fields.small(), fields.small(), fields.small()));
    }
}
