package org.khazana.simulation.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.khazana.simulation.linearizability.AccountAction.Issue;
import org.khazana.simulation.linearizability.AccountAction.Read;
import org.khazana.simulation.linearizability.AccountAction.Transfer;
import org.khazana.simulation.linearizability.AccountOutcome.Balance;
import org.khazana.simulation.linearizability.AccountOutcome.Done;
import org.khazana.simulation.linearizability.AccountOutcome.Refused;

/** Histories of accounts told by hand. Each begins with ten tokens issued to the dealer. */
class AccountHistoryTest {
    private static final AccountOutcome DONE = new Done();
    private static final AccountOutcome REFUSED = new Refused();

    private final Told<AccountAction, AccountOutcome> told =
            new Told<AccountAction, AccountOutcome>().call(1, 2, new Issue("bill", "dealer", 10), DONE);

    @Test
    void aTransferMovesTheBalance() {
        told.call(3, 4, sale(4), DONE).call(5, 6, dealerHolds(), balance(6)).call(5, 6, investorHolds(), balance(4));

        assertFits();
    }

    @Test
    void readsDuringATransferSeeAllOfItOrNothing() {
        told.call(3, 20, sale(4), DONE).call(5, 6, dealerHolds(), balance(6)).call(7, 8, investorHolds(), balance(0));

        assertContradiction();
    }

    @Test
    void aTransferThatTookEffectTwiceIsFound() {
        told.call(3, 4, sale(4), DONE).call(5, 6, dealerHolds(), balance(2));

        assertContradiction();
    }

    @Test
    void theSameTokensAreNotSpentTwice() {
        told.call(3, 10, sale(10), DONE).call(3, 10, sale(10), DONE);

        assertContradiction();
    }

    @Test
    void oneOfTwoTransfersOfTheSameTokensIsRefused() {
        told.call(3, 10, sale(10), DONE).call(3, 10, sale(10), REFUSED);

        assertFits();
    }

    @Test
    void aRefusalWithoutReasonIsFound() {
        told.call(3, 4, sale(10), REFUSED);

        assertContradiction();
    }

    @Test
    void aTransferOfUnknownOutcomeMayExplainARefusal() {
        told.unknown(3, sale(10)).call(5, 6, sale(1), REFUSED).call(7, 8, investorHolds(), balance(10));

        assertFits();
    }

    @Test
    void aTransferOfUnknownOutcomeThatExplainedARefusalDoesNotVanish() {
        told.unknown(3, sale(10)).call(5, 6, sale(1), REFUSED).call(7, 8, dealerHolds(), balance(10));

        assertContradiction();
    }

    @Test
    void severalTransfersOfUnknownOutcomeAddUp() {
        told.unknown(3, sale(1)).unknown(3, sale(2)).unknown(3, sale(4)).call(5, 6, dealerHolds(), balance(5));
        told.call(7, 8, investorHolds(), balance(5)).call(9, 10, investorHolds(), balance(7));

        assertFits();
    }

    @Test
    void assetsAreIndependent() {
        told.call(3, 4, new Read("cash", "dealer"), balance(0));

        assertFits();
    }

    private void assertFits() {
        assertThat(verdict()).isInstanceOf(Verdict.Linearizable.class);
    }

    private void assertContradiction() {
        assertThat(verdict()).isInstanceOf(Verdict.NotLinearizable.class);
    }

    private Verdict verdict() {
        return Linearizability.check(new AccountModel(), told.calls());
    }

    private static AccountAction sale(long quantity) {
        return new Transfer("bill", "dealer", "investor", quantity);
    }

    private static AccountAction dealerHolds() {
        return new Read("bill", "dealer");
    }

    private static AccountAction investorHolds() {
        return new Read("bill", "investor");
    }

    private static AccountOutcome balance(long quantity) {
        return new Balance(quantity);
    }
}
