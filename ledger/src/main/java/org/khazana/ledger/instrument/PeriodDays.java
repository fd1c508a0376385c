package org.khazana.ledger.instrument;

/**
 * The days of one period; civil days since 1970-01-01. None of them ever moves; the day of payment follows the calendar.
 *
 * @param accrualStart first day that counts
 * @param accrualEnd first day that counts no more; paid on it, or on the next business day
 * @param recordDay who holds at its end is paid
 */
public record PeriodDays(int accrualStart, int accrualEnd, int recordDay) {}
