package org.khazana.api.json;

import java.time.LocalDate;
import java.util.List;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.BusinessCalendar;
import org.khazana.ledger.state.Period;

/** The periods for which an instrument pays, as they were after the block of that height; dates as ISO 8601. */
public record ScheduleJson(long height, String asset, List<PeriodJson> periods) {
    public ScheduleJson {
        periods = List.copyOf(periods);
    }

    public static ScheduleJson of(long height, AssetCode asset, List<PeriodJson> periods) {
        return new ScheduleJson(height, asset.text(), periods);
    }

    /**
     * One period.
     *
     * @param number counted from 1
     * @param accrualEnd first day that counts no more
     * @param payDate the end or, if that is no business day as the calendar is now, the next one
     */
    public record PeriodJson(long number, String accrualStart, String accrualEnd, String recordDate, String payDate) {
        public static PeriodJson of(Period period, BusinessCalendar calendar) {
            return new PeriodJson(
                    period.number(),
                    date(period.days().accrualStart()),
                    date(period.days().accrualEnd()),
                    date(period.days().recordDay()),
                    date(calendar.payDay(period)));
        }

        private static String date(int day) {
            return LocalDate.ofEpochDay(day).toString();
        }
    }
}
