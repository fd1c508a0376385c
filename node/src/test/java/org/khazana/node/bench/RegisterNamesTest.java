package org.khazana.node.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RegisterNamesTest {
    @Test
    void aDrawnBillHasTheCheckDigitThatItsNumberAsksFor() {
        // Others are named so elsewhere, and the ledger takes them.
        assertThat(drawn(0).bill(0).text()).isEqualTo("PK0000000007");
        assertThat(drawn(1).bill(0)).isEqualTo(RegisterNames.FIRST.bill(0));
        assertThat(drawn(999_999_999).bill(0).text()).startsWith("PK999999999").hasSize(12);
    }

    @Test
    void furtherBillsHaveTheNumbersThatFollowWithCheckDigitsOfTheirOwn() {
        assertThat(RegisterNames.FIRST.bill(1).text()).isEqualTo("PK0000000023");
        assertThat(drawn(999_999_999).bill(1)).isEqualTo(drawn(0).bill(0));
    }

    @Test
    void theAccountsOfTwoDrawnNumbersAreDifferentAndNoneIsOfTheFounding() {
        assertThat(drawn(0).firstAccount()).isGreaterThan(RegisterNames.FIRST.firstAccount() + Endowment.ACCOUNTS_MAX);
        assertThat(drawn(1).firstAccount()).isEqualTo(drawn(0).firstAccount() + Endowment.ACCOUNTS_MAX);
        assertThat(drawn(999_999_999).firstAccount()).isPositive();
    }

    @Test
    void twoBenchmarksDoNotTakeTheSameNames() {
        SplittableRandom random = new SplittableRandom(1);

        assertThat(RegisterNames.drawnFrom(random)).isNotEqualTo(RegisterNames.drawnFrom(random));
    }

    private static RegisterNames drawn(int number) {
        return RegisterNames.drawnFrom(new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int nextInt(int bound) {
                return number;
            }
        });
    }
}
