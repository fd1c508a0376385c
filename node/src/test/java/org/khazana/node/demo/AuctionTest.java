package org.khazana.node.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuctionTest {

    @Test
    void theTableHoldsTheTwelveMonthBillOfTheTenthOfJanuary2024() {
        Auction auction = Auction.of(LocalDate.of(2024, 1, 10), 12);

        assertThat(auction.cutoffYield()).isEqualTo(20_844_900L);
        assertThat(auction.acceptedRupees()).isEqualTo(211_080_000_000L);
        assertThat(auction.source()).isEqualTo("profit.pakistantoday.com.pk");
    }

    @Test
    void everyLineOfTheTableIsRead() {
        assertThat(Auction.all()).hasSize(7).allSatisfy(auction -> {
            assertThat(auction.tenorMonths()).isIn(3, 6, 12);
            assertThat(auction.cutoffYield()).isBetween(5_000_000L, 25_000_000L);
            assertThat(auction.acceptedRupees()).isPositive();
        });
    }

    @Test
    void anAuctionThatIsNotInTheTableIsNamed() {
        assertThatThrownBy(() -> Auction.of(LocalDate.of(2024, 1, 11), 12)).hasMessageContaining("2024-01-11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-10,12,20.8449,211.08",
                "10/01/2024,12,20.8449,211.08,source",
                "2024-01-10,12,20.84491234567,211.08,source",
                "2024-01-10,12,20.8449,0.0000000001,source",
                "2024-01-10,twelve,20.8449,211.08,source"
            })
    void aLineThatIsNotExactlyAnAuctionIsRefused(String line) {
        assertThatThrownBy(() -> Auction.parse(line)).isInstanceOf(RuntimeException.class);
    }
}
