package org.khazana.node.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldingsTest {
    @Test
    void asFewAsThereCanBeAreOneBillForEachAccountAndCashWhereItIsNeeded() {
        assertThat(Holdings.least(10, false)).isEqualTo(new Holdings(10, false, 10));
        assertThat(Holdings.least(10, true)).isEqualTo(new Holdings(10, true, 20));
        assertThat(Holdings.least(10, true).bills()).isEqualTo(1);
    }

    @Test
    void holdersOfAllBillsAndOfCashAddUpToThePositions() {
        for (long positions = 20; positions <= 60; positions++) {
            Holdings holdings = new Holdings(10, true, positions);

            int ofBills =
                    IntStream.range(0, holdings.bills()).map(holdings::holders).sum();

            assertThat(ofBills + holdings.accounts()).isEqualTo((int) positions);
        }
    }

    @Test
    void transfersAreOfBillsThatEverybodyHolds() {
        Holdings holdings = new Holdings(10, false, 35);

        assertThat(holdings.bills()).isEqualTo(4);
        assertThat(holdings.billsOfAll()).isEqualTo(3);
        assertThat(IntStream.range(0, holdings.billsOfAll()).map(holdings::holders))
                .containsOnly(10);
        assertThat(holdings.holders(3)).isEqualTo(5);
    }

    @Test
    void fewAccountsCannotHaveMorePositionsThanThereAreBills() {
        assertThat(Holdings.mostPositions(2, false)).isEqualTo(2_000);
        assertThat(Holdings.mostPositions(2, true)).isEqualTo(2_002);
        assertThat(Holdings.mostPositions(100_000, true)).isEqualTo(Holdings.POSITIONS_MAX);
    }
}
