package org.khazana.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTextTest {

    @ParameterizedTest
    @CsvSource({
        "1,                    0, 1",
        "9223372036854775807,  0, 9223372036854775807",
        "0.01,                 2, 1",
        "1250000.50,           2, 125000050",
        "1250000.5,            2, 125000050",
        "7,                    2, 700",
        "92233720368547758.07, 2, 9223372036854775807",
        "0.001,                3, 1"
    })
    void readsExactly(String text, int digits, long units) {
        assertThat(AmountText.read(text, OptionalInt.of(digits))).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0,                   0",
        "0.001,                 2",
        "1.,                    2",
        ".5,                    2",
        "00.5,                  2",
        "1_000,                 2",
        "'1,000',               2",
        "1e2,                   2",
        "Infinity,              2",
        "'',                    2",
        "٣,                     2",
        "0,                     2",
        "0.00,                  2",
        "-0.01,                 2",
        "92233720368547758.08,  2",
        "99999999999999999999999999999999999999999, 0"
    })
    void refusesEverythingElse(String text, int digits) {
        assertThatThrownBy(() -> AmountText.read(text, OptionalInt.of(digits))).isInstanceOf(NotAnAmount.class);
    }

    @Test
    void readsBackWhatItWrote() {
        long seed = 20_260_131;
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            OptionalInt digits = OptionalInt.of(random.nextInt(5));
            long units = Math.max(1, random.nextLong(Long.MAX_VALUE) >>> random.nextInt(63));

            assertThat(AmountText.read(AmountText.write(units, digits), digits))
                    .as("seed %d, run %d", seed, i)
                    .isEqualTo(units);
        }
    }
}
