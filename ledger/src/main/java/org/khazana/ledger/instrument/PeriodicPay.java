package org.khazana.ledger.instrument;

/**
 * A fixed rate, paid period by period.
 *
 * @param rateE8 per year, in hundred-millionths of the face: 14.5 % is 14,500,000
 * @param recordDaysBefore so many days before the end of a period it is settled who gets its pay
 */
public record PeriodicPay(long rateE8, Frequency frequency, DayCount dayCount, long recordDaysBefore) {
    /** 100 times the face in a year: above it a figure is a slip of the keyboard. */
    public static final long RATE_MAX_E8 = 10_000_000_000L;

    public static final long RECORD_DAYS_BEFORE_MAX = 30;
}
