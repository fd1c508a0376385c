package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.time.BusinessTime;
import org.khazana.ledger.time.DayKind;

/** Which days are business days, as the state has it. */
public record BusinessCalendar(LedgerView view) {
    /** Business rests for so many days at most; who looks further finds nothing. */
    public static final int SEARCHED_DAYS_MAX = 366;

    public boolean isBusinessDay(int day) {
        return isBusinessDay(day, view.businessTime());
    }

    private boolean isBusinessDay(int day, BusinessTime time) {
        return view.dayMark(day).map(mark -> mark.kind() == DayKind.BUSINESS).orElseGet(() -> time.isWeekday(day));
    }

    /** The first business day that is not before {@code day}; empty if there is none within a year. */
    public Optional<Integer> firstFrom(int day) {
        BusinessTime time = view.businessTime();
        for (int candidate = day; candidate - day < SEARCHED_DAYS_MAX; candidate++) {
            if (isBusinessDay(candidate, time)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** When a period is paid: on its last day or, as that is no business day, on the next one. */
    public int payDay(Period period) {
        return firstFrom(period.days().accrualEnd()).orElse(period.days().accrualEnd());
    }
}
