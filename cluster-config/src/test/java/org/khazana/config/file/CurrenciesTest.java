package org.khazana.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CurrenciesTest {
    /** Newer than some of the machines that this runs on: of 2024 and 2025, and a unit that Java does not divide. */
    private static final Set<String> MAY_BE_UNKNOWN_TO_JAVA = Set.of("UYW", "XAD", "XCG", "ZWG");

    /** Java keeps a table of its own, with those that were. */
    @Test
    void eachIsDividedAsJavaSays() {
        Set<String> unknown = new TreeSet<>();
        for (char first = 'A'; first <= 'Z'; first++) {
            for (char second = 'A'; second <= 'Z'; second++) {
                for (char third = 'A'; third <= 'Z'; third++) {
                    String code = "" + first + second + third;
                    Currencies.minorDigits(code).ifPresent(digits -> {
                        if (!isDividedSoByJava(code, digits)) {
                            unknown.add(code);
                        }
                    });
                }
            }
        }
        assertThat(MAY_BE_UNKNOWN_TO_JAVA).containsAll(unknown);
        assertThat(Currencies.count()).isEqualTo(165);
    }

    private static boolean isDividedSoByJava(String code, int digits) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() == digits;
        } catch (IllegalArgumentException newer) {
            return false;
        }
    }

    @Test
    void whatWasNeverACurrencyOrIsNoMoreIsNone() {
        assertThat(Currencies.minorDigits("ZZZ")).isEmpty();
        assertThat(Currencies.minorDigits("XAU")).isEmpty();
        assertThat(Currencies.minorDigits("DEM")).isEmpty();
        assertThat(Currencies.minorDigits("pkr")).isEmpty();
        assertThat(Currencies.minorDigits("PKR")).isEqualTo(OptionalInt.of(2));
        assertThat(Currencies.minorDigits("JPY")).isEqualTo(OptionalInt.of(0));
        assertThat(Currencies.minorDigits("KWD")).isEqualTo(OptionalInt.of(3));
    }
}
