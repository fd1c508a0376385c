package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.claim.ClaimLimits;
import org.khazana.ledger.claim.PledgeKind;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.CreatePledge;
import org.khazana.ledger.operation.ForceTransfer;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;

/** How many tokens here and there can be set aside by name in one position. */
class EncumberingRulesTest {
    private static final AccountId ACCOUNT = new AccountId(3001);

    private final TestNetwork network = new TestNetwork();

    private void done(Operation operation, long... signers) {
        assertThat(refusals(operation, signers)).isEmpty();
    }

    private List<RefusalCode> refusals(Operation operation, long... signers) {
        Receipt receipt = network.submit(operation, signers);
        return receipt.refusals().stream().map(Refusal::code).toList();
    }

    /** Every other one. */
    private static List<SerialRange> scattered(long first, int count) {
        return LongStream.range(0, count)
                .mapToObj(place -> new SerialRange(first + 2 * place, 1))
                .toList();
    }

    private static CreatePledge pledge(long number, List<SerialRange> serials) {
        return new CreatePledge(
                number,
                PledgeKind.PLEDGE,
                ACCOUNT,
                BILL,
                serials.stream().mapToLong(SerialRange::count).sum(),
                TestNetwork.id(TestNetwork.AMNA),
                0,
                Optional.empty(),
                Optional.empty(),
                serials);
    }

    /** So whoever chooses among the others finds them with that many looks, also when the others are scattered over many more. */
    @Test
    void tokensInMoreLotsThanAnybodyLooksAtAreNotSetAside() {
        done(TestNetwork.bill(BILL), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        done(TestNetwork.issue(3001, 1_200), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        int most = ClaimLimits.SERIAL_RANGES_MAX;
        for (int number = 0; number < ClaimLimits.LOTS_LOOKED_AT_MAX / most; number++) {
            done(pledge(number + 1, scattered(1 + 2L * most * number, most)), TestNetwork.DEALER);
        }
        List<SerialRange> oneMore = List.of(new SerialRange(601, 1));
        assertThat(refusals(pledge(9, oneMore), TestNetwork.DEALER)).containsExactly(RefusalCode.LOTS_TOO_MANY);
        assertThat(refusals(pledge(9, scattered(601, most + 1)), TestNetwork.DEALER))
                .containsExactly(RefusalCode.SERIALS_INVALID);

        // What lies between goes, and more than 256 lots of the others are left.
        for (long first = 2; first < 512; first += 32) {
            move(scattered(first, 16));
        }
        for (long first = 602; first < 1_160; first += 32) {
            move(scattered(first, 16));
        }
        done(TestNetwork.transfer(3001, 5001, 5), TestNetwork.DEALER);
        done(new RenumberLots(BILL, ACCOUNT), TestNetwork.CENTRAL_BANK);
        done(TestNetwork.transfer(3001, 5001, 5), TestNetwork.DEALER);
        assertThat(network.state().position(ACCOUNT, BILL).encumbered()).isEqualTo(4L * most);
    }

    /** A pledge names no more ranges than it may, also when an order takes tokens from the middle of them. */
    @Test
    void anOrderLeavesNoMoreRangesThanThereMayBe() {
        done(TestNetwork.bill(BILL), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        done(TestNetwork.issue(3001, 300), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        List<SerialRange> threes = LongStream.range(0, ClaimLimits.SERIAL_RANGES_MAX)
                .mapToObj(place -> new SerialRange(1 + 4 * place, 3))
                .toList();
        done(pledge(1, threes), TestNetwork.DEALER);
        for (String restriction :
                List.of("restrict 1 COURT DEBIT serials BILL 2-2 9-9", "restrict 2 COURT DEBIT serials BILL 9-9")) {
            done(ClaimWords.read(restriction.split(" ", -1)), TestNetwork.COURT);
        }
        for (String order : List.of(
                "order 1 FORFEIT under 1 2 BILL 3001 41001 until 9 over PLEDGE-1-1",
                "order 2 FORFEIT under 2 1 BILL 3001 41001 until 9 over PLEDGE-1-1")) {
            done(ClaimWords.read(order.split(" ", -1)), TestNetwork.COURT, TestNetwork.CENTRAL_BANK);
        }

        assertThat(refusals(new ForceTransfer(1, 1), TestNetwork.COURT, TestNetwork.CENTRAL_BANK))
                .containsExactly(RefusalCode.LOTS_TOO_MANY);
        done(new ForceTransfer(2, 1), TestNetwork.COURT, TestNetwork.CENTRAL_BANK);
    }

    private void move(List<SerialRange> serials) {
        done(new TransferTokens(BILL, ACCOUNT, new AccountId(5001), serials.size(), serials), TestNetwork.DEALER);
    }
}
