package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.AMNA;
import static org.khazana.ledger.execution.TestNetwork.BILAL;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.PKR;
import static org.khazana.ledger.operation.BatchMode.ALL_OR_NOTHING;
import static org.khazana.ledger.operation.BatchMode.EACH_ON_ITS_OWN;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.BatchLeg;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.ledger.words.FormWords;
import org.khazana.ledger.words.ReceiptWords;

/** What is bounded in a batch, and what people read of it; what it does is told by {@code batches.txt} and {@link BatchSimulation}. */
class TransferBatchTest {
    private static final BatchLeg LEG = leg(3001, 5001, 1);

    private final TestNetwork network = new TestNetwork();

    private static BatchLeg leg(long from, long to, long quantity) {
        return new BatchLeg(new AccountId(from), new AccountId(to), quantity);
    }

    private void issue(long account, long quantity) {
        network.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK);
        network.submit(TestNetwork.issue(account, quantity), MINISTRY, CENTRAL_BANK);
    }

    @Test
    void aBatchHasUpToAThousandLegs() {
        issue(3001, 5_000);
        List<BatchLeg> most = Collections.nCopies(TransferBatch.LEGS_MAX, LEG);
        List<BatchLeg> tooMany = Collections.nCopies(TransferBatch.LEGS_MAX + 1, LEG);

        assertThat(network.submit(new TransferBatch(BILL, ALL_OR_NOTHING, most), DEALER)
                        .isAccepted())
                .isTrue();
        assertThat(network.quantity(5001, BILL)).isEqualTo(1_000);
        assertThat(network.submit(new TransferBatch(BILL, ALL_OR_NOTHING, tooMany), DEALER)
                        .refusals())
                .containsExactly(Refusal.of(RefusalCode.LEG_COUNT_INVALID));
        assertThat(network.submit(new TransferBatch(BILL, EACH_ON_ITS_OWN, tooMany), DEALER)
                        .refusals())
                .containsExactly(Refusal.of(RefusalCode.LEG_COUNT_INVALID));
    }

    @Test
    void aThousandLegsWithMessagesOfTheTravelRuleFitIntoAnEnvelope() {
        BatchLeg large = new BatchLeg(
                new AccountId((1L << 28) - 1),
                new AccountId((1L << 28) - 1),
                (1L << 35) - 1,
                Optional.of(TestNetwork.CHAIN.hash()));
        byte[] envelope = network.signed(
                new TransferBatch(BILL, EACH_ON_ITS_OWN, Collections.nCopies(TransferBatch.LEGS_MAX, large)),
                DEALER,
                CUSTODIAN,
                AMNA,
                BILAL);

        assertThat(envelope).hasSizeLessThan(EnvelopeLimits.ENVELOPE_BYTES_MAX);
        assertThat(network.submit(envelope).refusals()).doesNotContain(Refusal.of(RefusalCode.BOUND_EXCEEDED));
    }

    @Test
    void allLegsTogetherMoveABoundedNumberOfRanges() {
        int tokens = 2 * (TransferBatch.RANGES_MAX + 512);
        ScatteredTokens.issue(network, tokens);
        List<BatchLeg> legs = Collections.nCopies(TransferBatch.RANGES_MAX / 256 + 2, leg(5001, 7001, 256));

        Receipt each = network.submit(new TransferBatch(BILL, EACH_ON_ITS_OWN, legs), CUSTODIAN);

        assertThat(each.legsLeftOut())
                .containsExactly(
                        new Refusal.LegRefusal(129, RefusalCode.LOTS_TOO_MANY),
                        new Refusal.LegRefusal(130, RefusalCode.LOTS_TOO_MANY));
        assertThat(network.quantity(7001, BILL)).isEqualTo(TransferBatch.RANGES_MAX);
    }

    @Test
    void whoSignsReadsOfWhatEachLegIs() {
        TransferBatch batch = new TransferBatch(
                PKR,
                EACH_ON_ITS_OWN,
                List.of(
                        leg(3001, 5001, 125_050),
                        new BatchLeg(
                                new AccountId(3001), new AccountId(6001), 5, Optional.of(TestNetwork.CHAIN.hash()))));

        assertThat(FormWords.of(batch))
                .containsExactly(
                        "transfer PKR free of payment, leg by leg, EACH_ON_ITS_OWN:",
                        "- 125,050 minor units of PKR from account 3001 to account 5001",
                        "- 5 minor units of PKR from account 3001 to account 6001",
                        "  message of the travel rule with SHA-256 " + TestNetwork.CHAIN.hash());
    }

    @Test
    void aReceiptSaysWhichLegsWereLeftOut() {
        issue(3001, 10);

        Receipt receipt = network.submit(
                new TransferBatch(BILL, EACH_ON_ITS_OWN, List.of(leg(3001, 5001, 4), leg(3001, 9001, 7))), DEALER);

        assertThat(ReceiptWords.of(receipt))
                .containsExactly(
                        "Done:",
                        "  account 3001 gave 4 tokens of PK0000000007, serials 1 to 4: from 10 to 6",
                        "  account 5001 received 4 tokens of PK0000000007, serials 1 to 4: from 0 to 4",
                        "  leg 2 left out: 4003 CREDIT_BLOCKED",
                        "  leg 2 left out: 6002 QUANTITY_INSUFFICIENT");
    }
}
