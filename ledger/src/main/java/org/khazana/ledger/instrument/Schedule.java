package org.khazana.ledger.instrument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The periods of an instrument that pays: whole ones, counted from the first day of the term, the last of which ends with it.
 * Pure arithmetic of civil days.
 */
public final class Schedule {
    /** Half a century of quarters. */
    public static final int PERIODS_MAX = 200;

    private Schedule() {}

    /**
     * All periods in their order; empty unless the term is made of 1 to {@link #PERIODS_MAX} whole ones.
     *
     * <p>Each period ends on the day of the month on which the term begins, or on the last day of a month that is too short for
     * it. A term that begins on the last day of a month has periods that all end on last days (the end-of-month rule of
     * ICMA and ISDA).
     */
    public static Optional<List<PeriodDays>> of(Term term, PeriodicPay pay) {
        LocalDate first = LocalDate.ofEpochDay(term.firstDay());
        List<PeriodDays> periods = new ArrayList<>();
        int start = term.firstDay();
        while (start < term.lastDay() && periods.size() < PERIODS_MAX) {
            int months = (periods.size() + 1) * pay.frequency().months();
            int end = (int) monthsAfter(first, months).toEpochDay();
            periods.add(new PeriodDays(start, end, (int) (end - pay.recordDaysBefore())));
            start = end;
        }
        return start == term.lastDay() && !periods.isEmpty() ? Optional.of(List.copyOf(periods)) : Optional.empty();
    }

    /** Always counted from the first day, so that a short month does not shift what comes after it. */
    private static LocalDate monthsAfter(LocalDate first, int months) {
        LocalDate day = first.plusMonths(months);
        return isEndOfMonth(first) ? day.withDayOfMonth(day.lengthOfMonth()) : day;
    }

    private static boolean isEndOfMonth(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth();
    }
}
