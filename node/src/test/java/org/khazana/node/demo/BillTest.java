package org.khazana.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BillTest {
    private final Bill bill = Bill.issuedOn(LocalDate.of(2026, 11, 21));

    @Test
    void thePriceIsThatOfTheAuctionsYieldOver364Days() {
        BigDecimal growth = new BigDecimal("0.208449")
                .multiply(BigDecimal.valueOf(364))
                .divide(BigDecimal.valueOf(365), MathContext.DECIMAL128)
                .add(BigDecimal.ONE);
        BigDecimal expected =
                BigDecimal.valueOf(100).divide(growth, MathContext.DECIMAL128).setScale(4, RoundingMode.HALF_UP);

        assertThat(BigDecimal.valueOf(bill.price(), 6)).isEqualByComparingTo(expected);
        assertThat(Figures.price(bill.price())).isEqualTo("82.7898");
    }

    @Test
    void aTokenCostsItsFaceAtThePrice() {
        assertThat(bill.costPaisa(1)).isEqualTo(413_949);
        assertThat(bill.costPaisa(3_000)).isEqualTo(1_241_847_000);
    }

    @Test
    void asManyTokensAreAuthorisedAsTheAuctionSold() {
        assertThat(bill.authorisedTokens()).isEqualTo(42_216_000);
        assertThat(bill.facePaisa(bill.authorisedTokens())).isEqualTo(21_108_000_000_000L);
    }

    @Test
    void theBillLives364DaysFromTheDayOfIssue() {
        assertThat(bill.maturityDate()).isEqualTo(LocalDate.of(2027, 11, 20));
    }

    @Test
    void theBillTakesLessThanHalfOfTheCeilingOfItsProgramme() {
        assertThat(bill.definition().programme()).contains(Bill.PROGRAMME);
        assertThat(Figures.rupees(Programme.CEILING_PAISA)).isEqualTo("PKR 560,000,000,000.00");
        assertThat(2 * bill.facePaisa(bill.definition().authorisedUnits())).isLessThan(Programme.CEILING_PAISA);
    }
}
