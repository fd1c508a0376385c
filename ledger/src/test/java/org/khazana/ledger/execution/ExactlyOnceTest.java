package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.transaction.TransactionBody;

class ExactlyOnceTest {
    private final TestNetwork network = new TestNetwork();

    @BeforeEach
    void issueBills() {
        network.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK);
        network.submit(TestNetwork.issue(3001, 500), MINISTRY, CENTRAL_BANK);
    }

    private static RefusalCode code(Receipt receipt) {
        return receipt.refusal().map(Refusal::code).orElseThrow();
    }

    private static TransactionBody with(TransactionBody body, long notAfterMillis, Operation operation) {
        return new TransactionBody(
                body.chainId(), body.requestId(), body.sender(), body.notBeforeMillis(), notAfterMillis, operation);
    }

    @Test
    void theSameTransactionInALaterBlockIsADuplicate() {
        byte[] envelope = network.signed(TestNetwork.transfer(3001, 5001, 10), DEALER);

        Receipt first = network.submit(envelope);
        Receipt second = network.submit(envelope);

        assertThat(first.isAccepted()).isTrue();
        assertThat(code(second)).isEqualTo(RefusalCode.DUPLICATE);
        assertThat(second.transactionId()).isEqualTo(first.transactionId());
        assertThat(first.decidesRequest()).isTrue();
        assertThat(second.decidesRequest()).isFalse();
        assertThat(network.quantity(5001, BILL)).isEqualTo(10);
    }

    @Test
    void theSameTransactionTwiceInOneBlockIsCarriedOutOnce() {
        byte[] envelope = network.signed(TestNetwork.transfer(3001, 5001, 10), DEALER);

        List<Receipt> receipts =
                network.executeBlock(List.of(envelope, envelope)).receipts();

        assertThat(receipts.get(0).isAccepted()).isTrue();
        assertThat(code(receipts.get(1))).isEqualTo(RefusalCode.DUPLICATE);
        assertThat(network.quantity(5001, BILL)).isEqualTo(10);
    }

    @Test
    void theSameBodySignedByOthersAsWellIsStillTheSameTransaction() {
        TransactionBody body = network.body(DEALER, TestNetwork.transfer(3001, 5001, 10));

        network.submit(TestNetwork.envelope(body, DEALER));
        Receipt second = network.submit(TestNetwork.envelope(body, DEALER, MINISTRY));

        assertThat(code(second)).isEqualTo(RefusalCode.DUPLICATE);
    }

    @Test
    void anotherTransactionUnderAUsedRequestIdIsRefused() {
        TransactionBody body = network.body(DEALER, TestNetwork.transfer(3001, 5001, 10));
        TransactionBody other = with(body, body.notAfterMillis(), TestNetwork.transfer(3001, 5001, 20));

        network.submit(TestNetwork.envelope(body, DEALER));
        Receipt refused = network.submit(TestNetwork.envelope(other, DEALER));

        assertThat(code(refused)).isEqualTo(RefusalCode.REQUEST_ID_REUSED);
        assertThat(network.quantity(5001, BILL)).isEqualTo(10);
    }

    @Test
    void anotherSenderMayUseTheSameRequestId() {
        TransactionBody body = network.body(DEALER, TestNetwork.transfer(3001, 5001, 10));
        TransactionBody other = new TransactionBody(
                body.chainId(),
                body.requestId(),
                TestNetwork.id(MINISTRY),
                0,
                body.notAfterMillis(),
                TestNetwork.transfer(3001, 5001, 20));

        network.submit(TestNetwork.envelope(body, DEALER));
        Receipt accepted = network.submit(TestNetwork.envelope(other, MINISTRY, DEALER));

        assertThat(accepted.isAccepted()).isTrue();
    }

    @Test
    void aRequestThatFailedStaysFailedEvenWhenItCouldSucceedNow() {
        byte[] tooMuch = network.signed(TestNetwork.transfer(5001, 3001, 10), TestNetwork.CUSTODIAN);

        Receipt failed = network.submit(tooMuch);
        network.submit(TestNetwork.transfer(3001, 5001, 100), DEALER);
        Receipt again = network.submit(tooMuch);

        assertThat(code(failed)).isEqualTo(RefusalCode.QUANTITY_INSUFFICIENT);
        assertThat(failed.decidesRequest()).isTrue();
        assertThat(code(again)).isEqualTo(RefusalCode.DUPLICATE);
        assertThat(network.quantity(5001, BILL)).isEqualTo(100);
    }

    @Test
    void aStrangersSignatureUsesUpNoRequestId() {
        TransactionBody body = network.body(DEALER, TestNetwork.transfer(3001, 5001, 10));

        Receipt forged = network.submit(TestNetwork.envelope(body, TestNetwork.CHEN));
        Receipt genuine = network.submit(TestNetwork.envelope(body, DEALER));

        assertThat(code(forged)).isEqualTo(RefusalCode.SENDER_SIGNATURE_MISSING);
        assertThat(forged.decidesRequest()).isFalse();
        assertThat(genuine.isAccepted()).isTrue();
    }

    @Test
    void aTransactionIsRememberedAsLongAsItIsValidAndForgottenAfterwards() {
        TransactionBody body = network.body(DEALER, TestNetwork.transfer(3001, 5001, 10));
        byte[] envelope = TestNetwork.envelope(body, DEALER);
        network.submit(envelope);

        Receipt atItsLastInstant = network.executeBlockAt(body.notAfterMillis(), List.of(envelope))
                .receipts()
                .getFirst();
        int rememberedThen = network.state().records(Tables.REQUESTS).size();
        Receipt afterwards = network.executeBlockAt(body.notAfterMillis() + 1, List.of(envelope))
                .receipts()
                .getFirst();

        assertThat(code(atItsLastInstant)).isEqualTo(RefusalCode.DUPLICATE);
        assertThat(rememberedThen).isPositive();
        assertThat(code(afterwards)).isEqualTo(RefusalCode.EXPIRED_OR_TOO_EARLY);
        assertThat(afterwards.decidesRequest()).isFalse();
        assertThat(network.state().request(body.sender(), body.requestId())).isEmpty();
        assertThat(network.quantity(5001, BILL)).isEqualTo(10);
    }

    @Test
    void aTransactionRefusedForItsRequestIdNeverSucceedsAfterTheEarlierOneExpired() {
        TransactionBody body = network.body(DEALER, TestNetwork.transfer(3001, 5001, 10));
        TransactionBody longer = with(body, body.notAfterMillis() + 3_600_000, TestNetwork.transfer(3001, 5001, 20));
        byte[] refusedOnce = TestNetwork.envelope(longer, DEALER);
        network.submit(TestNetwork.envelope(body, DEALER));
        network.submit(refusedOnce);

        Receipt replayed = network.executeBlockAt(body.notAfterMillis() + 1, List.of(refusedOnce))
                .receipts()
                .getFirst();

        assertThat(code(replayed)).isEqualTo(RefusalCode.REQUEST_ID_REUSED);
        assertThat(network.quantity(5001, BILL)).isEqualTo(10);
    }

    @Test
    void aRequestIdMayBeUsedAgainAfterItsTransactionExpired() {
        TransactionBody body = network.body(DEALER, TestNetwork.transfer(3001, 5001, 10));
        network.submit(TestNetwork.envelope(body, DEALER));
        long later = body.notAfterMillis() + 1;
        TransactionBody next = with(body, later + 1, TestNetwork.transfer(3001, 5001, 20));

        Receipt accepted = network.executeBlockAt(later, List.of(TestNetwork.envelope(next, DEALER)))
                .receipts()
                .getFirst();

        assertThat(accepted.refusal()).isEqualTo(Optional.empty());
        assertThat(network.state().request(body.sender(), body.requestId()))
                .hasValueSatisfying(
                        record -> assertThat(record.notAfterMillis()).isEqualTo(later + 1));
    }
}
