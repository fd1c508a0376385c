package org.khazana.ledger.arithmetic;

import java.math.BigInteger;
import org.khazana.ledger.instrument.PeriodDays;
import org.khazana.ledger.instrument.PeriodicPay;

/**
 * What an instrument pays for a period and for a part of one, in integers, each result rounded once. Source: the accrued coupon of
 * auction sheets of the State Bank of Pakistan, which rule R4 reproduces.
 */
public final class PeriodicAmount {
    /** Pay for one token is counted in millionths of a minor unit. */
    public static final long MICROS = 1_000_000;

    private static final long RATE_ONE_E8 = 100_000_000;
    private static final long YEAR_DAYS = 365;
    private static final long MONEY_MARKET_YEAR_DAYS = 360;

    private PeriodicAmount() {}

    /**
     * Rule R4: what has accrued from the start of a period, rounded half up to the minor unit.
     *
     * @param faceMinor face value of all tokens together, minor units, not negative
     * @param day from the first to the last day of the period
     */
    public static long accruedMinor(long faceMinor, PeriodicPay pay, PeriodDays period, int day) {
        require(faceMinor >= 0, "a face value of " + faceMinor);
        require(day >= period.accrualStart() && day <= period.accrualEnd(), "day " + day);
        Fraction part = partOfYear(pay, period, day - period.accrualStart());
        BigInteger numerator = product(faceMinor, pay.rateE8(), part.numerator());
        BigInteger denominator = product(RATE_ONE_E8, part.denominator());
        return numerator
                .shiftLeft(1)
                .add(denominator)
                .divide(denominator.shiftLeft(1))
                .longValueExact();
    }

    /**
     * Rule R5: what one token pays for a whole period, in millionths of a minor unit, rounded down.
     *
     * @param faceMinor face value of one token, minor units, not negative
     */
    public static long microsPerToken(long faceMinor, PeriodicPay pay, PeriodDays period) {
        require(faceMinor >= 0, "a face value of " + faceMinor);
        Fraction part = partOfYear(pay, period, period.accrualEnd() - period.accrualStart());
        return product(faceMinor, pay.rateE8(), part.numerator(), MICROS)
                .divide(product(RATE_ONE_E8, part.denominator()))
                .longValueExact();
    }

    /** Rule R5: what a holder of so many tokens gets, minor units, rounded down. */
    public static long grossMinor(long tokens, long microsPerToken) {
        require(tokens >= 0 && microsPerToken >= 0, tokens + " tokens at " + microsPerToken);
        return product(tokens, microsPerToken).divide(product(MICROS)).longValueExact();
    }

    /** Rule R5: what must be there to pay all tokens, however they are spread, minor units, rounded up. */
    public static long escrowMinor(long tokens, long microsPerToken) {
        require(tokens >= 0 && microsPerToken >= 0, tokens + " tokens at " + microsPerToken);
        return product(tokens, microsPerToken)
                .add(product(MICROS - 1))
                .divide(product(MICROS))
                .longValueExact();
    }

    private record Fraction(long numerator, long denominator) {}

    private static Fraction partOfYear(PeriodicPay pay, PeriodDays period, long days) {
        return switch (pay.dayCount()) {
            case A005 -> new Fraction(days, YEAR_DAYS);
            case A004 -> new Fraction(days, MONEY_MARKET_YEAR_DAYS);
            case A006 ->
                new Fraction(
                        days, (long) pay.frequency().periodsPerYear() * (period.accrualEnd() - period.accrualStart()));
        };
    }

    private static BigInteger product(long... factors) {
        BigInteger product = BigInteger.ONE;
        for (long factor : factors) {
            product = product.multiply(BigInteger.valueOf(factor));
        }
        return product;
    }

    private static void require(boolean holds, String figure) {
        if (!holds) {
            throw new IllegalArgumentException(figure + " is out of bounds");
        }
    }
}
