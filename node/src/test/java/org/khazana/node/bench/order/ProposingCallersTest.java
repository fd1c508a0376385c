package org.khazana.node.bench.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.node.bench.order.ProposingCallers.Count;
import org.khazana.node.bench.order.ProposingCallers.Window;

class ProposingCallersTest {
    private static final EntryId ID = new EntryId(new Term(1), 1);
    private static final EntryHash HASH = EntryHash.of(new byte[EntryHash.BYTES]);

    private final List<Payload> proposed = new ArrayList<>();
    private ProposalOutcome outcome = new ProposalOutcome.Appended(ID);

    @Test
    void eachCallerProposesAgainWhenItsOwnProposalIsApplied() {
        ProposingCallers callers = new ProposingCallers(3, this::propose, window(-1, 3_600));
        var count = callers.begin();
        assertThat(proposed).hasSize(3).allMatch(proposal -> proposal.size() == 256);

        callers.applied(entry(proposed.get(0), proposed.get(2)));

        assertThat(proposed).hasSize(5);
        assertThat(callerOf(3)).isEqualTo(callerOf(0));
        assertThat(callerOf(4)).isEqualTo(callerOf(2));
        assertThat(count).isNotDone();
    }

    @Test
    void whatOthersHaveProposedIsNotCounted() {
        ProposingCallers callers = new ProposingCallers(1, this::propose, window(-1, 3_600));
        CompletableFuture<Count> count = callers.begin();

        callers.applied(entry(Payload.wrap(new byte[256])));

        assertThat(proposed).hasSize(1);
        assertThat(count).isNotDone();
    }

    @Test
    void afterTheTimeIsOverWhatIsUnderWayIsAwaitedAndNotCounted() {
        ProposingCallers callers = new ProposingCallers(2, this::propose, window(-2, -1));
        CompletableFuture<Count> count = callers.begin();

        callers.applied(entry(proposed.get(0)));
        assertThat(count).isNotDone();
        callers.applied(entry(proposed.get(1)));

        assertThat(proposed).hasSize(2);
        assertThat(count)
                .isCompletedWithValueMatching(
                        counted -> counted.entries() == 0 && counted.micros().count() == 0);
    }

    @Test
    void aProposalThatIsNotTakenEndsTheMeasurement() {
        outcome = new ProposalOutcome.NotLeader(Optional.empty());

        assertThat(new ProposingCallers(1, this::propose, window(-1, 3_600)).begin())
                .isCompletedExceptionally();
    }

    private void propose(Payload proposal, Consumer<ProposalOutcome> answer) {
        proposed.add(proposal);
        answer.accept(outcome);
    }

    /** Seconds from now. */
    private static Window window(long from, long to) {
        long nowNanos = System.nanoTime();
        return new Window(nowNanos + TimeUnit.SECONDS.toNanos(from), nowNanos + TimeUnit.SECONDS.toNanos(to));
    }

    private long callerOf(int proposal) {
        return ByteBuffer.wrap(proposed.get(proposal).bytes()).getInt(Long.BYTES);
    }

    private static LogEntry entry(Payload... proposals) {
        ByteBuffer bytes = ByteBuffer.allocate(256 * proposals.length);
        for (Payload proposal : proposals) {
            bytes.put(proposal.bytes());
        }
        return new LogEntry(ID, 0, HASH, HASH, Payload.wrap(bytes.array()), Optional.empty());
    }
}
