package org.khazana.ledger.arithmetic;

import java.math.BigInteger;

/**
 * Price and yield of a discount bill: {@code price = 100 / (1 + yield * days / 365)}, in integers, each result rounded
 * once. Prices are in millionths per 100 of face value, yields in hundred-millionths of one per year (14.5 % is
 * 14,500,000). Source: sheets of State Bank of Pakistan auctions, which these rules reproduce.
 */
public final class DiscountPrice {
    /** Prices are quoted to four decimals: multiples of this many millionths. */
    public static final long PRICE_TICK_E6 = 100;

    /** Yields are quoted in percent to four decimals: multiples of this many hundred-millionths. */
    public static final long YIELD_TICK_E8 = 100;

    /** Price of what pays exactly its face: 100. */
    public static final long PRICE_AT_PAR_E6 = 100_000_000;

    public static final int DAYS_MAX = 36_500;
    /** 100 times a year: above it a figure is a slip of the keyboard. */
    public static final long YIELD_MAX_E8 = 10_000_000_000L;

    private static final long YEAR_DAYS = 365;
    private static final long YIELD_ONE_E8 = 100_000_000;

    private DiscountPrice() {}

    /**
     * Rule R1: the price at a yield, rounded half up straight to the tick.
     *
     * @param yieldE8 0 to {@link #YIELD_MAX_E8}
     * @param days 1 to {@link #DAYS_MAX}
     */
    public static long fromYield(long yieldE8, int days) {
        requireDays(days);
        require(yieldE8 >= 0 && yieldE8 <= YIELD_MAX_E8, "a yield of " + yieldE8 + " hundred-millionths");
        BigInteger year = product(YEAR_DAYS, YIELD_ONE_E8);
        BigInteger numerator = product(PRICE_AT_PAR_E6).multiply(year);
        BigInteger denominator = year.add(product(yieldE8, days)).multiply(product(PRICE_TICK_E6));
        return Math.multiplyExact(PRICE_TICK_E6, halfUp(numerator, denominator));
    }

    /**
     * Rule R2: the yield at a price, rounded half up to the tick.
     *
     * @param priceE6 1 to {@link #PRICE_AT_PAR_E6}
     * @param days 1 to {@link #DAYS_MAX}
     */
    public static long yieldOf(long priceE6, int days) {
        requireDays(days);
        requirePrice(priceE6);
        BigInteger numerator = product(PRICE_AT_PAR_E6 - priceE6, YEAR_DAYS, YIELD_ONE_E8);
        return Math.multiplyExact(YIELD_TICK_E8, halfUp(numerator, product(priceE6, days, YIELD_TICK_E8)));
    }

    /**
     * Rule R3: what is paid for a face value at a price, rounded half up to the minor unit.
     *
     * @param faceMinor face value of all tokens together, minor units, not negative
     */
    public static long considerationMinor(long faceMinor, long priceE6) {
        requirePrice(priceE6);
        require(faceMinor >= 0, "a face value of " + faceMinor);
        return halfUp(product(faceMinor, priceE6), product(PRICE_AT_PAR_E6));
    }

    private static long halfUp(BigInteger numerator, BigInteger denominator) {
        return numerator
                .shiftLeft(1)
                .add(denominator)
                .divide(denominator.shiftLeft(1))
                .longValueExact();
    }

    private static BigInteger product(long... factors) {
        BigInteger product = BigInteger.ONE;
        for (long factor : factors) {
            product = product.multiply(BigInteger.valueOf(factor));
        }
        return product;
    }

    private static void requireDays(int days) {
        require(days >= 1 && days <= DAYS_MAX, days + " days");
    }

    private static void requirePrice(long priceE6) {
        require(priceE6 >= 1 && priceE6 <= PRICE_AT_PAR_E6, "a price of " + priceE6 + " millionths");
    }

    private static void require(boolean holds, String figure) {
        if (!holds) {
            throw new IllegalArgumentException(figure + " is out of bounds");
        }
    }
}
