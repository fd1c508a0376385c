package org.khazana.node.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void figuresAreWrittenWithSeparatorsAndAllTheirDigits() {
        assertThat(Figures.count(42_216_000)).isEqualTo("42,216,000");
        assertThat(Figures.rupees(500_000)).isEqualTo("PKR 5,000.00");
        assertThat(Figures.rupees(1)).isEqualTo("PKR 0.01");
        assertThat(Figures.rupees(Long.MAX_VALUE)).isEqualTo("PKR 92,233,720,368,547,758.07");
        assertThat(Figures.percent(20_844_900)).isEqualTo("20.8449 %");
        assertThat(Figures.price(82_789_100)).isEqualTo("82.7891");
        assertThat(Figures.shortHash("0123456789abcdef")).isEqualTo("0123456789ab...");
    }

    @Test
    void rupeesOfAnAnswerAreReadToThePaisa() {
        assertThat(Figures.paisa("560000000000.00")).isEqualTo(56_000_000_000_000L);
        assertThat(Figures.paisa("0.01")).isEqualTo(1);
        assertThatThrownBy(() -> Figures.paisa("0.001")).isInstanceOf(ArithmeticException.class);
    }
}
