package org.khazana.api.json;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.khazana.ledger.id.AssetCode;

/**
 * Quantities as decimal strings. Tokens are whole numbers; cash is in major units with exactly the digits of its
 * currency when written, and at most these when read. Exact both ways, no floating point.
 */
public final class AmountText {
    /** More than any currency has (ISO 4217 knows at most 4). */
    static final int MINOR_DIGITS_MAX = 18;

    /** Longer than any amount that fits: 19 digits, a point and a sign. */
    private static final int CHARACTERS_MAX = 40;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private AmountText() {}

    /** Tokens, or minor units of cash, as a caller reads them. */
    public static String write(long quantity, AssetCode asset, Denominations denominations) {
        return write(quantity, denominations.minorDigits(asset));
    }

    static String write(long quantity, OptionalInt minorDigits) {
        return BigDecimal.valueOf(quantity, minorDigits.orElse(0)).toPlainString();
    }

    /**
     * Reads an amount of more than nothing.
     *
     * @param minorDigits of the currency; empty for tokens
     * @return tokens or minor units, 1 or more
     * @throws NotAnAmount with one sentence that says what is wrong
     */
    public static long read(String text, OptionalInt minorDigits) {
        int digits = minorDigits.orElse(0);
        if (text.length() > CHARACTERS_MAX || !NUMBER.matcher(text).matches()) {
            throw NotAnAmount.malformed(digits);
        }
        BigDecimal amount = new BigDecimal(text);
        if (amount.scale() > digits) {
            throw NotAnAmount.malformed(digits);
        }
        if (amount.signum() <= 0) {
            throw NotAnAmount.notPositive();
        }
        BigDecimal units = amount.movePointRight(digits);
        if (units.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw NotAnAmount.tooLarge(write(Long.MAX_VALUE, minorDigits));
        }
        return units.longValueExact();
    }
}
