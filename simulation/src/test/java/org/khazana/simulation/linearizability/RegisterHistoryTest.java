package org.khazana.simulation.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.khazana.simulation.linearizability.RegisterAction.Read;
import org.khazana.simulation.linearizability.RegisterAction.Write;
import org.khazana.simulation.linearizability.RegisterOutcome.Value;
import org.khazana.simulation.linearizability.RegisterOutcome.Written;

/** Histories of registers told by hand: what a correct system may show, and what it may not. */
class RegisterHistoryTest {
    private static final RegisterOutcome WRITTEN = new Written();

    private final Told<RegisterAction, RegisterOutcome> told = new Told<>();

    @Test
    void nothingHappenedIsFine() {
        assertFits();
    }

    @Test
    void oneAfterTheOtherIsFine() {
        told.call(1, 2, write(7), WRITTEN).call(3, 4, read(), value(7)).call(5, 6, write(8), WRITTEN);
        told.call(7, 8, read(), value(8));

        assertFits();
    }

    @Test
    void readsDuringAWriteMaySeeEitherValue() {
        told.call(1, 10, write(7), WRITTEN).call(2, 3, read(), value(0)).call(4, 5, read(), value(7));

        assertFits();
    }

    @Test
    void aValueOnceSeenStaysSeen() {
        told.call(1, 10, write(7), WRITTEN).call(2, 3, read(), value(7)).call(4, 5, read(), value(0));

        assertContradiction();
    }

    @Test
    void aStaleReadIsFound() {
        told.call(1, 2, write(7), WRITTEN).call(3, 4, write(8), WRITTEN).call(5, 6, read(), value(7));

        assertContradiction();
    }

    @Test
    void aLostWriteIsFound() {
        told.call(1, 2, write(7), WRITTEN).call(3, 4, read(), value(0));

        assertContradiction();
    }

    @Test
    void aReadFromTheFutureIsFound() {
        told.call(1, 2, read(), value(7)).call(3, 4, write(7), WRITTEN);

        assertContradiction();
    }

    @Test
    void aValueThatNobodyWroteIsFound() {
        told.call(1, 2, write(7), WRITTEN).call(3, 4, read(), value(9));

        assertContradiction();
    }

    @Test
    void twoReadersMustAgreeOnTheOrderOfTwoWrites() {
        told.call(1, 2, write(7), WRITTEN).call(1, 2, write(8), WRITTEN);
        told.call(3, 4, read(), value(7)).call(5, 6, read(), value(8));

        assertContradiction();
    }

    @Test
    void whatIsAnsweredAtTheTimeAnotherIsAskedMayComeAfterIt() {
        told.call(1, 5, write(7), WRITTEN).call(5, 6, read(), value(0));

        assertFits();
    }

    @Test
    void anUnknownOutcomeMayTakeEffectNever() {
        told.unknown(1, write(7)).call(3, 4, read(), value(0));

        assertFits();
    }

    @Test
    void anUnknownOutcomeMayTakeEffectMuchLater() {
        told.unknown(1, write(7)).call(3, 4, read(), value(0)).call(50, 60, write(8), WRITTEN);
        told.call(70, 80, read(), value(7));

        assertFits();
    }

    @Test
    void anUnknownOutcomeMustNotVanishAfterItWasSeen() {
        told.unknown(1, write(7)).call(3, 4, read(), value(7)).call(5, 6, read(), value(0));

        assertContradiction();
    }

    @Test
    void anUnknownOutcomeTakesEffectOnceAtMost() {
        told.unknown(1, write(7)).call(3, 4, read(), value(7));
        told.call(5, 6, write(8), WRITTEN).call(7, 8, read(), value(7));

        assertContradiction();
    }

    @Test
    void anUnknownOutcomeDoesNotTakeEffectBeforeItWasAsked() {
        told.call(1, 2, read(), value(7)).unknown(3, write(7));

        assertContradiction();
    }

    @Test
    void twoUnknownOutcomesMayTakeEffectInEitherOrder() {
        told.unknown(1, write(7)).unknown(2, write(8));
        told.call(3, 4, read(), value(8)).call(5, 6, read(), value(7));

        assertFits();
    }

    @Test
    void registersAreIndependent() {
        told.call(1, 2, new Write("a", 7), WRITTEN).call(3, 4, new Read("b"), value(0));

        assertFits();
    }

    @Test
    void theBrokenOneOfManyRegistersIsNamed() {
        told.call(1, 2, new Write("a", 7), WRITTEN).call(3, 4, new Write("b", 8), WRITTEN);
        told.call(5, 6, new Read("a"), value(7)).call(7, 8, new Read("b"), value(7));

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.NotLinearizable.class,
                        found -> assertThat(found.contradiction().key()).isEqualTo("b"));
    }

    @Test
    void aContradictionTellsHowFarItGoesAndWhatDoesNotFit() {
        told.call(1, 2, write(7), WRITTEN).call(3, 4, write(8), WRITTEN).call(5, 6, read(), value(7));

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.NotLinearizable.class,
                        found -> assertThat(found.contradiction().toString()).isEqualTo("""
                        no order explains what clients of r were told
                          right so far (2 calls):
                            client 1 [1..2] Write[register=r, value=7] -> Written[]
                            client 2 [3..4] Write[register=r, value=8] -> Written[]
                          then the state is 8, and none of these can come next:
                            client 3 [5..6] Read[register=r] -> Value[value=7]"""));
    }

    private void assertFits() {
        assertThat(verdict()).isInstanceOf(Verdict.Linearizable.class);
    }

    private void assertContradiction() {
        assertThat(verdict()).isInstanceOf(Verdict.NotLinearizable.class);
    }

    private Verdict verdict() {
        return Linearizability.check(new RegisterModel(), told.calls());
    }

    private static RegisterAction read() {
        return new Read("r");
    }

    private static RegisterAction write(long value) {
        return new Write("r", value);
    }

    private static RegisterOutcome value(long value) {
        return new Value(value);
    }
}
