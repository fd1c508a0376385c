package org.khazana.ledger.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    private static Optional<List<PeriodDays>> schedule(String first, String last, Frequency frequency) {
        return Schedule.of(new Term(day(first), day(last)), new PeriodicPay(1, frequency, DayCount.A006, 2));
    }

    private static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }

    private static String ends(String first, String last, Frequency frequency) {
        return schedule(first, last, frequency).stream()
                .flatMap(List::stream)
                .map(period -> LocalDate.ofEpochDay(period.accrualEnd()).toString())
                .reduce((before, after) -> before + " " + after)
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        // the 3-year bond of 20 August 2020, whose coupon of 4 March 2021 had run for 12 of 181 days (SBP auction
        // sheet)
        "2020-08-20, 2022-02-20, SEMI_ANNUAL, 2021-02-20 2021-08-20 2022-02-20",
        // a month too short for the 30th, in a year with and without a leap day, and back to the 30th afterwards
        "2023-08-30, 2025-02-28, SEMI_ANNUAL, 2024-02-29 2024-08-30 2025-02-28",
        // from the last day of a month to last days
        "2023-02-28, 2024-08-31, SEMI_ANNUAL, 2023-08-31 2024-02-29 2024-08-31",
        "2024-02-29, 2025-02-28, QUARTERLY, 2024-05-31 2024-08-31 2024-11-30 2025-02-28",
        "2024-04-30, 2024-08-31, MONTHLY, 2024-05-31 2024-06-30 2024-07-31 2024-08-31",
        // the 28th of a February with 29 days is not its last
        "2024-02-28, 2025-02-28, SEMI_ANNUAL, 2024-08-28 2025-02-28",
        // 1900 and 2100 have no leap day, 2000 has one
        "2096-02-29, 2100-02-28, ANNUAL, 2097-02-28 2098-02-28 2099-02-28 2100-02-28",
        "1999-02-28, 2000-02-29, ANNUAL, 2000-02-29",
        // not whole periods
        "2024-01-15, 2025-01-14, SEMI_ANNUAL, none",
        "2024-01-15, 2024-06-15, SEMI_ANNUAL, none",
        "2024-02-29, 2025-03-01, ANNUAL, none",
        "2024-01-15, 2024-01-15, MONTHLY, none",
        "2024-01-15, 2023-01-15, MONTHLY, none",
    })
    void periodsEndOnTheDayOfTheMonthOnWhichTheTermBegins(
            String first, String last, Frequency frequency, String expected) {
        assertThat(ends(first, last, frequency)).isEqualTo(expected);
    }

    @Test
    void periodsFollowOneAnotherWithoutGapAndSayWhoIsPaid() {
        List<PeriodDays> periods =
                schedule("2024-01-31", "2034-01-31", Frequency.MONTHLY).orElseThrow();

        assertThat(periods).hasSize(120);
        for (int i = 0; i < periods.size(); i++) {
            PeriodDays period = periods.get(i);
            assertThat(period.accrualStart())
                    .isEqualTo(i == 0 ? day("2024-01-31") : periods.get(i - 1).accrualEnd());
            assertThat(period.accrualEnd()).isGreaterThan(period.accrualStart());
            assertThat(period.recordDay()).isEqualTo(period.accrualEnd() - 2);
        }
    }

    @Test
    void thePeriodOfTheAuctionSheetHas181DaysOfWhich12HaveRun() {
        PeriodDays period = schedule("2020-08-20", "2023-08-20", Frequency.SEMI_ANNUAL)
                .orElseThrow()
                .get(1);

        assertThat(period.accrualEnd() - period.accrualStart()).isEqualTo(181);
        assertThat(day("2021-03-04") - period.accrualStart()).isEqualTo(12);
    }

    @Test
    void thereAreAtMost200Periods() {
        assertThat(schedule("2024-01-15", "2074-01-15", Frequency.QUARTERLY))
                .hasValueSatisfying(all -> assertThat(all).hasSize(200));
        assertThat(schedule("2024-01-15", "2074-04-15", Frequency.QUARTERLY)).isEmpty();
        assertThat(Schedule.of(new Term(0, Integer.MAX_VALUE), new PeriodicPay(1, Frequency.ANNUAL, DayCount.A005, 0)))
                .isEmpty();
    }
}
