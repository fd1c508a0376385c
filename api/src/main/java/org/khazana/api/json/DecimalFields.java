package org.khazana.api.json;

import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of 63 bits in files that prove something: strings, since readers in other languages may not have such numbers. */
final class DecimalFields {
    private static final int DIGITS_MAX = 19;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,18}");

    private DecimalFields() {}

    /** A whole number from 1 on, in its one form; empty after a mistake, which is noted. */
    static Optional<Long> positive(Fields fields, String name) {
        return fields.parsed(
                name,
                DIGITS_MAX,
                DecimalFields::number,
                "must be a string with a whole number from 1 to " + Long.MAX_VALUE + ", without leading zeros");
    }

    private static long number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("not a number in its one form");
        }
        return Long.parseLong(text);
    }
}
