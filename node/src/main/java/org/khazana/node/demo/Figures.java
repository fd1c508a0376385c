package org.khazana.node.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures for people: thousands separators, no floating point; and amounts as the ledger tells them. */
final class Figures {
    private static final int MINOR_DIGITS = 2;
    private static final int YIELD_PERCENT_DIGITS = 6;
    private static final int PRICE_DIGITS = 6;
    private static final int SHOWN_DIGITS = 4;

    private Figures() {}

    /** 42216000 is {@code 42,216,000}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Paisa: 500000 is {@code PKR 5,000.00}. */
    static String rupees(long paisa) {
        return "PKR " + amount(paisa);
    }

    /** Paisa without the currency: 500000 is {@code 5,000.00}. */
    static String amount(long paisa) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(paisa, MINOR_DIGITS));
    }

    /** Reads rupees as answers have them, {@code 5000.00}, and gives paisa. */
    static long paisa(String rupees) {
        return new BigDecimal(rupees).movePointRight(MINOR_DIGITS).longValueExact();
    }

    /** A yield in 1e-8 a year: 20844900 is {@code 20.8449 %}. */
    static String percent(long yield) {
        return shown(yield, YIELD_PERCENT_DIGITS) + " %";
    }

    /** A price in 1e-6 per 100 of face: 82789100 is {@code 82.7891}. */
    static String price(long price) {
        return shown(price, PRICE_DIGITS);
    }

    /** The first twelve digits of a hash, enough to compare by eye. */
    static String shortHash(String hex) {
        return hex.substring(0, Math.min(12, hex.length())) + "...";
    }

    private static String shown(long number, int digits) {
        return BigDecimal.valueOf(number, digits)
                .setScale(SHOWN_DIGITS, RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
