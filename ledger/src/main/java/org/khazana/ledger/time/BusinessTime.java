package org.khazana.ledger.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How the ledger tells days.
 *
 * @param weekend days of the week without business, unless a single day is said to be one
 * @param offsetMinutes what local time is ahead of UTC; a number, since tables of time zones differ between machines
 * @param day the business day that was opened last; empty before the first one
 */
public record BusinessTime(SortedSet<DayOfWeek> weekend, int offsetMinutes, Optional<Integer> day) {
    /** As a network begins: weekends and local time of Pakistan. */
    public static final BusinessTime FOUNDING =
            new BusinessTime(new TreeSet<>(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)), 300, Optional.empty());

    private static final long MINUTE_MILLIS = 60_000;
    private static final long DAY_MILLIS = 24 * 60 * MINUTE_MILLIS;

    public BusinessTime {
        weekend = Collections.unmodifiableSortedSet(new TreeSet<>(weekend));
    }

    /** The civil day that it is locally at an instant, milliseconds since 1970 UTC. */
    public long localDay(long millis) {
        return Math.floorDiv(millis + offsetMinutes * MINUTE_MILLIS, DAY_MILLIS);
    }

    /** The day that counts for business at an instant: the one that was opened or, before any was, the local one. */
    public long day(long millis) {
        return day.isPresent() ? day.get() : localDay(millis);
    }

    /** Whether the day of the week is one of business. */
    public boolean isWeekday(int civilDay) {
        return !weekend.contains(LocalDate.ofEpochDay(civilDay).getDayOfWeek());
    }

    public BusinessTime opened(int next) {
        return new BusinessTime(weekend, offsetMinutes, Optional.of(next));
    }
}
