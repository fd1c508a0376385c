package org.khazana.node.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndowmentTest {
    @Test
    void asFewAsThereCanBeAreOneBillForEachAccountAndCashWhereItIsNeeded() {
        assertThat(Endowment.least(10, false)).isEqualTo(new Endowment(10, false, 10));
        assertThat(Endowment.least(10, true)).isEqualTo(new Endowment(10, true, 20));
        assertThat(Endowment.least(10, true).bills()).isEqualTo(1);
    }

    @Test
    void holdersOfAllBillsAndOfCashAddUpToThePositions() {
        for (long positions = 20; positions <= 60; positions++) {
            Endowment endowment = new Endowment(10, true, positions);

            int ofBills = IntStream.range(0, endowment.bills())
                    .map(endowment::holders)
                    .sum();

            assertThat(ofBills + endowment.accounts()).isEqualTo((int) positions);
        }
    }

    @Test
    void transfersAreOfBillsThatEverybodyHolds() {
        Endowment endowment = new Endowment(10, false, 35);

        assertThat(endowment.bills()).isEqualTo(4);
        assertThat(endowment.billsOfAll()).isEqualTo(3);
        assertThat(IntStream.range(0, endowment.billsOfAll()).map(endowment::holders))
                .containsOnly(10);
        assertThat(endowment.holders(3)).isEqualTo(5);
    }

    @Test
    void fewAccountsCannotHaveMorePositionsThanThereAreBills() {
        assertThat(Endowment.mostPositions(2, false)).isEqualTo(2_000);
        assertThat(Endowment.mostPositions(2, true)).isEqualTo(2_002);
        assertThat(Endowment.mostPositions(100_000, true)).isEqualTo(Endowment.POSITIONS_MAX);
    }
}
