package org.khazana.api.json;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.state.BusinessCalendar;
import org.khazana.ledger.time.BusinessTime;

/**
 * The day of business as it was after the block of that height.
 *
 * @param businessDate opened last; missing as long as none was opened
 * @param nextBusinessDate the one that can be opened next, as the calendar is now
 * @param weekend days of the week without business
 * @param offsetMinutes what local time is ahead of UTC
 */
public record BusinessDayJson(
        long height,
        @Nullable String businessDate,
        @Nullable String nextBusinessDate,
        List<String> weekend,
        int offsetMinutes) {
    public BusinessDayJson {
        weekend = List.copyOf(weekend);
    }

    /** Shapes what the calendar says. */
    public static BusinessDayJson of(long height, BusinessTime time, BusinessCalendar calendar) {
        return new BusinessDayJson(
                height,
                time.day().map(BusinessDayJson::date).orElse(null),
                time.day()
                        .flatMap(day -> calendar.firstFrom(day + 1))
                        .map(BusinessDayJson::date)
                        .orElse(null),
                time.weekend().stream().map(Enum::name).toList(),
                time.offsetMinutes());
    }

    /** The same, read at another height. */
    public BusinessDayJson at(long height) {
        return new BusinessDayJson(height, businessDate, nextBusinessDate, weekend, offsetMinutes);
    }

    private static String date(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
