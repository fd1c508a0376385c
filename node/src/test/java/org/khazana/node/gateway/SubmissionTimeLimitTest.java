package org.khazana.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.api.port.LedgerGateway.Wait;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.node.transport.ForwardAnswer;

/** A submission ends in time, and says only what is known: 9 s in all, 2.5 s without any leader. */
class SubmissionTimeLimitTest {
    private static final TransactionId ID = new TransactionId(Hash.of(new byte[Hash.BYTES]));
    private static final EntryId ENTRY = new EntryId(new Term(1), 5);

    /** Close to where a nanosecond clock wraps round, since its zero may be anywhere. */
    private final AtomicLong nowNanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(1).toNanos());

    private final ManualDesk desk = new ManualDesk();
    private final RecordingRoute cluster = new RecordingRoute();
    private final WaitingSubmissions waiting = new WaitingSubmissions(0, id -> Optional.empty(), Runnable::run);
    private final SubmissionDesk submissions = new SubmissionDesk(waiting, cluster.route(), desk, nowNanos::get);

    @BeforeEach
    void secondLeads() {
        cluster.leaderIs("validator-2", 1);
    }

    @AfterEach
    void stop() {
        desk.shutdownNow();
    }

    private CompletableFuture<SubmissionOutcome> submit() {
        return submissions.take(ID, new byte[] {1}).orElseThrow().outcome(Wait.COMMITTED);
    }

    private void answerNext(ForwardAnswer answer) {
        cluster.nextForwarded().answer().accept(answer);
        desk.catchUp();
    }

    private void roundAfterMillis(long millis) {
        nowNanos.addAndGet(Duration.ofMillis(millis).toNanos());
        desk.makeRound();
    }

    @Test
    void theOutcomeOfATakenOneIsUnknownAfterNineSecondsAndNotBefore() {
        CompletableFuture<SubmissionOutcome> outcome = submit();
        answerNext(new ForwardAnswer.Accepted(ENTRY));

        roundAfterMillis(8_999);
        assertThat(outcome).isNotDone();
        roundAfterMillis(1);

        assertThat(outcome)
                .isCompletedWithValue(new SubmissionOutcome.OutcomeUnknown(Optional.of(ID), "no result within 9 s"));
        assertThat(submissions.isWaitingFor(ID)).isFalse();
    }

    @Test
    void oneThatNobodyCanHaveTakenIsRefusedAfterNineSeconds() {
        CompletableFuture<SubmissionOutcome> outcome = submit();
        answerNext(new ForwardAnswer.NotConnected());

        roundAfterMillis(9_000);

        assertThat(outcome).isCompletedWithValueMatching(SubmissionOutcome.NoLeader.class::isInstance);
    }

    @Test
    void allAreToldAfterTwoAndAHalfSecondsWithoutALeaderAndNotBefore() {
        CompletableFuture<SubmissionOutcome> outcome = submit();
        answerNext(new ForwardAnswer.NotConnected());
        desk.makeRound();
        cluster.nobodyLeads(2);

        roundAfterMillis(2_500);
        assertThat(outcome).isNotDone();
        roundAfterMillis(1);

        assertThat(outcome).isCompletedWithValueMatching(SubmissionOutcome.NoLeader.class::isInstance);
    }

    @Test
    void theOutcomeOfATakenOneIsUnknownWhenItsLeaderIsLost() {
        CompletableFuture<SubmissionOutcome> outcome = submit();
        answerNext(new ForwardAnswer.Accepted(ENTRY));
        desk.makeRound();
        cluster.nobodyLeads(2);

        roundAfterMillis(2_501);

        assertThat(outcome)
                .isCompletedWithValue(new SubmissionOutcome.OutcomeUnknown(Optional.of(ID), "the leader was lost"));
    }

    @Test
    void anElectionThatEndsInTimeDisturbsNobody() {
        CompletableFuture<SubmissionOutcome> outcome = submit();
        answerNext(new ForwardAnswer.Accepted(ENTRY));
        cluster.nobodyLeads(2);
        roundAfterMillis(2_400);

        cluster.leaderIs("validator-3", 2);
        roundAfterMillis(100);
        cluster.nobodyLeads(3);
        roundAfterMillis(2_400);

        assertThat(outcome).isNotDone();
    }
}
