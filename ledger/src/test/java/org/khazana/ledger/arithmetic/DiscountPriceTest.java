package org.khazana.ledger.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountPriceTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/tbill-price-yield.csv", commentCharacter = '#')
    void reproducesPrintedPricesAndYieldsBothWays(int days, BigDecimal price, BigDecimal yieldPercent) {
        long priceE6 = price.movePointRight(6).longValueExact();
        long yieldE8 = yieldPercent.movePointRight(6).longValueExact();

        assertThat(DiscountPrice.fromYield(yieldE8, days)).isEqualTo(priceE6);
        assertThat(DiscountPrice.yieldOf(priceE6, days)).isEqualTo(yieldE8);
    }

    @Test
    void aBillWithoutYieldCostsItsFace() {
        assertThat(DiscountPrice.fromYield(0, 364)).isEqualTo(DiscountPrice.PRICE_AT_PAR_E6);
        assertThat(DiscountPrice.yieldOf(DiscountPrice.PRICE_AT_PAR_E6, 364)).isZero();
    }

    @Test
    void theAuctionOfJanuary2024PricesAs() {
        // 20.8449 % for 364 days: 100 / (1 + 0.208449 * 364 / 365) = 82.78982...
        assertThat(DiscountPrice.fromYield(20_844_900, 364)).isEqualTo(82_789_800);
    }

    @ParameterizedTest
    @CsvSource({
        "500000, 98387900, 491940", // 491,939.5: half goes up
        "1, 49999999, 0",
        "1, 50000000, 1",
        "0, 98387900, 0",
        "9223372036854775807, 100000000, 9223372036854775807",
        "9223372036854775807, 99999999, 9223371944621055438"
    })
    void considerationIsRoundedHalfUpToTheMinorUnit(long faceMinor, long priceE6, long expectedMinor) {
        assertThat(DiscountPrice.considerationMinor(faceMinor, priceE6)).isEqualTo(expectedMinor);
    }

    @Test
    void figuresOutOfBoundsAreRefusedAndNeverWrap() {
        assertThatThrownBy(() -> DiscountPrice.fromYield(-1, 84)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DiscountPrice.fromYield(DiscountPrice.YIELD_MAX_E8 + 1, 84))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DiscountPrice.fromYield(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DiscountPrice.yieldOf(0, 84)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DiscountPrice.yieldOf(100_000_001, 84)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DiscountPrice.considerationMinor(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DiscountPrice.considerationMinor(1, Long.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theExtremesOfYieldAndTimeStillHaveAPrice() {
        assertThat(DiscountPrice.fromYield(DiscountPrice.YIELD_MAX_E8, DiscountPrice.DAYS_MAX))
                .isEqualTo(10_000);
        assertThat(DiscountPrice.yieldOf(1, 1)).isPositive();
    }
}
