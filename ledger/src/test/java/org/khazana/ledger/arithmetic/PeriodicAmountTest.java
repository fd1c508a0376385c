package org.khazana.ledger.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khazana.ledger.instrument.DayCount;
import org.khazana.ledger.instrument.Frequency;
import org.khazana.ledger.instrument.PeriodDays;
import org.khazana.ledger.instrument.PeriodicPay;

class PeriodicAmountTest {
    private static final PeriodDays DAYS_181 = new PeriodDays(1_000, 1_181, 1_180);

    private static PeriodicPay pay(long rateE8, Frequency frequency, DayCount dayCount) {
        return new PeriodicPay(rateE8, frequency, dayCount, 1);
    }

    /** The 7 % bond of 20 August 2020 on 4 March 2021, 12 days into a period of 181; millions of rupees to thousands of rupees. */
    @ParameterizedTest
    @CsvSource({"2000, 4641", "250, 580", "1000, 2320"})
    void accruedCouponIsThatOfTheAuctionSheet(long faceMillions, long accruedThousands) {
        long accrued = PeriodicAmount.accruedMinor(
                faceMillions * 100_000_000, pay(7_000_000, Frequency.SEMI_ANNUAL, DayCount.A006), DAYS_181, 1_012);

        assertThat(Math.round(accrued / 100_000.0)).isEqualTo(accruedThousands);
    }

    @Test
    void aFullPeriodPaysItsPartOfTheYearWhateverItsLength() {
        PeriodicPay half = pay(14_500_000, Frequency.SEMI_ANNUAL, DayCount.A006);

        assertThat(PeriodicAmount.microsPerToken(10_000_000, half, DAYS_181)).isEqualTo(725_000_000_000L);
        assertThat(PeriodicAmount.accruedMinor(10_000_000, half, DAYS_181, 1_181))
                .isEqualTo(725_000);
        assertThat(PeriodicAmount.accruedMinor(10_000_000, half, DAYS_181, 1_000))
                .isZero();
    }

    @Test
    void actualDaysAreCountedOver365Or360() {
        PeriodDays quarter = new PeriodDays(0, 91, 90);

        assertThat(PeriodicAmount.microsPerToken(
                        10_000_000, pay(17_320_000, Frequency.QUARTERLY, DayCount.A005), quarter))
                .isEqualTo(431_813_698_630L);
        assertThat(PeriodicAmount.microsPerToken(
                        36_000_000, pay(10_000_000, Frequency.QUARTERLY, DayCount.A004), quarter))
                .isEqualTo(910_000_000_000L);
    }

    @Test
    void holdersTogetherNeverGetMoreThanWhatIsSetAside() {
        long micros = 333_333_333_333L;

        assertThat(PeriodicAmount.grossMinor(1, micros)).isEqualTo(333_333);
        assertThat(PeriodicAmount.grossMinor(2, micros)).isEqualTo(666_666);
        assertThat(PeriodicAmount.escrowMinor(3, micros)).isEqualTo(1_000_000);
        assertThat(PeriodicAmount.escrowMinor(3, 0)).isZero();
    }

    @Test
    void halvesAreRoundedUp() {
        PeriodDays twoDays = new PeriodDays(0, 2, 1);
        PeriodicPay pay = pay(100_000_000, Frequency.ANNUAL, DayCount.A006);

        assertThat(PeriodicAmount.accruedMinor(1, pay, twoDays, 1)).isEqualTo(1);
        assertThat(PeriodicAmount.accruedMinor(3, pay, twoDays, 1)).isEqualTo(2);
    }

    @Test
    void whatIsOutOfBoundsIsRefused() {
        PeriodicPay pay = pay(1, Frequency.ANNUAL, DayCount.A005);

        assertThatThrownBy(() -> PeriodicAmount.accruedMinor(-1, pay, DAYS_181, 1_000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PeriodicAmount.accruedMinor(1, pay, DAYS_181, 999))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PeriodicAmount.accruedMinor(1, pay, DAYS_181, 1_182))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PeriodicAmount.grossMinor(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PeriodicAmount.escrowMinor(Long.MAX_VALUE, Long.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class);
    }
}
