package org.khazana.simulation.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten thousand calls are judged in few steps, and a search that is given up says so. */
class LongHistoryTest {
    private static final int CALLS = 10_000;
    private static final int CLIENTS = 10;
    private static final long FEW_STEPS = 10L * CALLS;

    @ParameterizedTest
    @CsvSource({"1, 0", "10, 0", "10, 5"})
    void tenThousandCallsOnRegistersAreJudgedInFewSteps(int registers, int lossPercent) {
        assertThat(Linearizability.check(new RegisterModel(), registerCalls(registers, lossPercent)))
                .isInstanceOfSatisfying(
                        Verdict.Linearizable.class,
                        fits -> assertThat(fits.steps()).isLessThan(FEW_STEPS));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "10, 0", "50, 1"})
    void tenThousandCallsOnAccountsAreJudgedInFewSteps(int assets, int lossPercent) {
        Sample<SortedMap<String, Long>, AccountAction, AccountOutcome> sample = Sample.accounts(assets, 20);
        List<Call<AccountAction, AccountOutcome>> calls =
                RandomHistories.draw(sample, new Random(1), CLIENTS, CALLS, lossPercent);

        assertThat(Linearizability.check(sample.model(), calls))
                .isInstanceOfSatisfying(
                        Verdict.Linearizable.class,
                        fits -> assertThat(fits.steps()).isLessThan(FEW_STEPS));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "10, 0", "10, 5"})
    void oneStaleReadAmongTenThousandCallsIsFound(int registers, int lossPercent) {
        List<Call<RegisterAction, RegisterOutcome>> calls = registerCalls(registers, lossPercent);
        Call<RegisterAction, RegisterOutcome> late = calls.stream()
                .filter(call -> call.isAnswered() && call.action() instanceof RegisterAction.Read)
                .filter(call -> call.askedAt() > CALLS)
                .findFirst()
                .orElseThrow();
        Call<RegisterAction, RegisterOutcome> stale = new Call<>(
                late.client(),
                late.askedAt(),
                late.answeredAt(),
                late.action(),
                Optional.of(new RegisterOutcome.Value(0)));
        calls.set(calls.indexOf(late), stale);

        assertThat(Linearizability.check(new RegisterModel(), calls))
                .isInstanceOfSatisfying(
                        Verdict.NotLinearizable.class,
                        found -> assertThat(found.contradiction().doesNotFit().get(0))
                                .isEqualTo(stale));
    }

    @Test
    void aSearchThatIsGivenUpIsUndecided() {
        assertThat(Linearizability.check(new RegisterModel(), registerCalls(1, 0), CALLS / 2))
                .isEqualTo(new Verdict.Undecided("register 0", CALLS / 2));
    }

    @Test
    void oneSearchGivenUpAmongOthersThatEndWellIsUndecided() {
        List<Call<RegisterAction, RegisterOutcome>> calls = registerCalls(1, 0);
        calls.add(new Call<>("client", 1, 2, new RegisterAction.Read("z"), Optional.of(new RegisterOutcome.Value(0))));

        assertThat(Linearizability.check(new RegisterModel(), calls, CALLS / 2)).isInstanceOf(Verdict.Undecided.class);
    }

    @Test
    void aContradictionIsFoundEvenIfAnotherSearchIsGivenUp() {
        List<Call<RegisterAction, RegisterOutcome>> calls = registerCalls(1, 0);
        calls.add(new Call<>("client", 1, 2, new RegisterAction.Read("z"), Optional.of(new RegisterOutcome.Value(1))));

        assertThat(Linearizability.check(new RegisterModel(), calls, CALLS / 2))
                .isInstanceOf(Verdict.NotLinearizable.class);
    }

    /** With values that are hardly ever written twice. */
    private static List<Call<RegisterAction, RegisterOutcome>> registerCalls(int registers, int lossPercent) {
        return new ArrayList<>(RandomHistories.draw(
                Sample.registers(registers, 1_000_000), new Random(1), CLIENTS, CALLS, lossPercent));
    }
}
