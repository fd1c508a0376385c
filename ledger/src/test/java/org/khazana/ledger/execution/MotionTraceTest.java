package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.operation.RaiseMotion;
import org.khazana.ledger.operation.SupportMotion;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.Passage;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.transaction.TransactionId;

/** Tokens that move by a motion are said to move by the transaction that had it carried out. */
class MotionTraceTest {
    private static final long EXPIRY = TestNetwork.START_MILLIS + 86_400_000;

    private final TestNetwork network = new TestNetwork();

    @BeforeEach
    void defineBill() {
        network.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK);
    }

    private TransactionId raise(long quantity) {
        Receipt raised = network.submit(new RaiseMotion(EXPIRY, TestNetwork.issue(3001, quantity)), MINISTRY);
        assertThat(raised.refusals()).isEmpty();
        assertThat(raised.postings()).isEmpty();
        return raised.transactionId();
    }

    private byte[] support(TransactionId motion) {
        return network.signed(new SupportMotion(motion.hash()), CENTRAL_BANK);
    }

    @Test
    void theLastSupportIsWhatBroughtTheTokensIntoBeing() {
        List<byte[]> supports = List.of(support(raise(10)), support(raise(5)));
        BlockResult block = network.executeBlock(supports);

        assertPassage(block, 0, new SerialRange(1, 10));
        assertPassage(block, 1, new SerialRange(11, 5));
    }

    private void assertPassage(BlockResult block, int position, SerialRange serials) {
        Receipt supported = block.receipts().get(position);
        assertThat(supported.postings()).flatExtracting(Posting::serials).containsExactly(serials);
        Lot lot = network.state().lot(BILL, serials.first()).orElseThrow();
        Passage passage = network.state().passage(lot.passage()).orElseThrow();
        assertThat(passage.id()).isEqualTo(new PassageId(block.height(), position, 0));
        assertThat(passage.transaction()).isEqualTo(supported.transactionId());
        assertThat(passage.serials()).isEqualTo(serials);
    }
}
