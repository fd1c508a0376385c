package org.khazana.ledger.state;

import java.time.DayOfWeek;
import java.util.TreeSet;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;
import org.khazana.ledger.time.BusinessTime;

final class BusinessTimeForm implements ValueForm<RegisterKey, BusinessTime> {
    @Override
    public void write(BusinessTime time, FieldWriter fields) {
        fields.list(time.weekend(), (day, form) -> form.small(day.getValue()))
                .small(time.offsetMinutes())
                .optional(time.day(), (day, form) -> form.small(day));
    }

    @Override
    public BusinessTime read(RegisterKey key, FieldReader fields) {
        return new BusinessTime(
                new TreeSet<>(fields.list(form -> DayOfWeek.of(form.small()))),
                fields.small(),
                fields.optional(FieldReader::small));
    }
}
