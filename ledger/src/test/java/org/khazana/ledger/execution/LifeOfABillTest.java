package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.AMNA;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.PKR;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.serial.SerialRange;

class LifeOfABillTest {
    private final TestNetwork network = new TestNetwork();

    @Test
    void aBillIsDefinedIssuedSoldAndPassedOn() {
        // given
        Receipt defined = network.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK);
        Receipt deposited = network.submit(TestNetwork.deposit(5001, 90_000_000, "RTGS-1"), CENTRAL_BANK);
        Receipt issued = network.submit(TestNetwork.issue(3001, 500), MINISTRY, CENTRAL_BANK);

        // when
        Receipt sold = network.submit(
                new SettleNow(
                        List.of(TestNetwork.leg(3001, 5001, BILL, 100), TestNetwork.leg(5001, 3001, PKR, 41_000_000)),
                        Optional.of("trade 1")),
                DEALER,
                CUSTODIAN);
        Receipt passedOn = network.submit(TestNetwork.transfer(5001, 7001, 30), CUSTODIAN);

        // then
        assertThat(List.of(defined, deposited, issued, sold, passedOn)).allMatch(Receipt::isAccepted);
        assertThat(network.quantity(3001, BILL)).isEqualTo(400);
        assertThat(network.quantity(5001, BILL)).isEqualTo(70);
        assertThat(network.quantity(7001, BILL)).isEqualTo(30);
        assertThat(network.quantity(3001, PKR)).isEqualTo(41_000_000);
        assertThat(network.quantity(5001, PKR)).isEqualTo(49_000_000);
        assertThat(sold.postings())
                .containsExactly(
                        new Posting(new AccountId(3001), BILL, 500, 400, List.of(new SerialRange(1, 100))),
                        new Posting(new AccountId(5001), BILL, 0, 100, List.of(new SerialRange(1, 100))),
                        new Posting(new AccountId(5001), PKR, 90_000_000, 49_000_000),
                        new Posting(new AccountId(3001), PKR, 0, 41_000_000));
        assertThat(Recount.mismatches(network.state())).isEmpty();
    }

    @Test
    void anInvestorWhoseCustodianControlsTheAccountCannotSellAlone() {
        network.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK);
        network.submit(TestNetwork.issue(5001, 500), MINISTRY, CENTRAL_BANK);

        Receipt refused = network.submit(TestNetwork.transfer(5001, 7001, 30), AMNA);

        assertThat(refused.isAccepted()).isFalse();
        assertThat(network.quantity(5001, BILL)).isEqualTo(500);
    }
}
