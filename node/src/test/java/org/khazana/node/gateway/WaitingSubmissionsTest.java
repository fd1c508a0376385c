package org.khazana.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.simulation.contract.BlockResults;

/** No more waits than the node can hold, and what is answered makes room. */
class WaitingSubmissionsTest {
    private final WaitingSubmissions waiting = new WaitingSubmissions(0, id -> Optional.empty(), Runnable::run);

    private static TransactionId id(int number) {
        return new TransactionId(
                Hash.of(ByteBuffer.allocate(Hash.BYTES).putInt(number).array()));
    }

    private Optional<Submission> add(int number, byte[] envelope) {
        return waiting.addOrFind(new Submission(id(number), envelope, Long.MAX_VALUE));
    }

    @Test
    void noMoreSubmissionsWaitThanTheirBound() {
        byte[] envelope = new byte[1];
        for (int i = 0; i < WaitingSubmissions.SUBMISSIONS_WAITING_MAX; i++) {
            assertThat(add(i, envelope)).isPresent();
        }

        assertThat(add(-1, envelope)).isEmpty();
        assertThat(add(0, envelope)).as("one that waits already").isPresent();

        Receipt receipt = new Receipt(id(0), 1, 0, 0, List.of(), List.of());
        waiting.executed(BlockResults.of(1, List.of(receipt), NetChanges.NONE));
        assertThat(add(-1, envelope)).isPresent();
    }

    @Test
    void noMoreBytesWaitThanTheirBound() {
        byte[] envelope = new byte[EnvelopeLimits.ENVELOPE_BYTES_MAX];
        int fitting = (int) (WaitingSubmissions.SUBMITTED_BYTES_MAX / envelope.length);
        for (int i = 1; i < fitting; i++) {
            assertThat(add(i, envelope)).isPresent();
        }
        Submission last = add(fitting, envelope).orElseThrow();

        assertThat(add(-1, new byte[1])).isEmpty();

        waiting.end(last, new SubmissionOutcome.Overloaded(1));
        assertThat(add(-1, new byte[1])).isPresent();
        assertThat(add(-2, envelope)).isEmpty();
    }
}
