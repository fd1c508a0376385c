package org.khazana.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.api.port.LedgerGateway.Wait;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.node.transport.ForwardAnswer;
import org.khazana.simulation.contract.BlockResults;

/** A submission goes from leader to leader until it is executed here, and nobody is told what is not known. */
class SubmissionDeskTest {
    private static final TransactionId ID = new TransactionId(Hash.of(new byte[Hash.BYTES]));
    private static final byte[] ENVELOPE = {1, 2, 3};
    private static final MemberId THIRD = new MemberId("validator-3", 1);
    private static final EntryId ENTRY = new EntryId(new Term(1), 5);

    private final Map<TransactionId, Receipt> stored = new TreeMap<>();
    private final ManualDesk desk = new ManualDesk();
    private final RecordingRoute cluster = new RecordingRoute();
    private final WaitingSubmissions waiting =
            new WaitingSubmissions(0, id -> Optional.ofNullable(stored.get(id)), Runnable::run);
    private final SubmissionDesk submissions = new SubmissionDesk(waiting, cluster.route(), desk, () -> 0);

    @BeforeEach
    void secondLeads() {
        cluster.leaderIs("validator-2", 1);
    }

    @AfterEach
    void stop() {
        desk.shutdownNow();
    }

    private CompletableFuture<SubmissionOutcome> submit() {
        return submissions.take(ID, ENVELOPE).orElseThrow().outcome(Wait.COMMITTED);
    }

    private void answerNext(ForwardAnswer answer) {
        cluster.nextForwarded().answer().accept(answer);
        desk.catchUp();
    }

    private static Receipt receipt(long height, Optional<RefusalCode> refusal) {
        return new Receipt(
                ID, height, 0, 1_000, refusal.map(Refusal::of).stream().toList(), List.of());
    }

    private void execute(Receipt receipt) {
        waiting.executed(BlockResults.of(receipt.height(), List.of(receipt), NetChanges.NONE));
    }

    @Test
    void aSubmissionIsAnsweredWithItsReceiptOnceItsBlockIsExecutedHere() {
        CompletableFuture<SubmissionOutcome> outcome = submit();
        answerNext(new ForwardAnswer.Accepted(ENTRY));
        assertThat(outcome).isNotDone();

        execute(receipt(5, Optional.empty()));

        assertThat(outcome).isCompletedWithValue(new SubmissionOutcome.Committed(receipt(5, Optional.empty())));
        assertThat(submissions.isWaitingFor(ID)).isFalse();
    }

    static Stream<ForwardAnswer> answersThatLeadOn() {
        return Stream.of(
                new ForwardAnswer.NotLeader(Optional.of(THIRD)),
                new ForwardAnswer.NotLeader(Optional.empty()),
                new ForwardAnswer.NotConnected(),
                new ForwardAnswer.Lost());
    }

    @ParameterizedTest
    @MethodSource("answersThatLeadOn")
    void itIsHandedToTheNextLeaderWhenTheLastOneDidNotTakeIt(ForwardAnswer answer) {
        CompletableFuture<SubmissionOutcome> outcome = submit();

        answerNext(answer);
        cluster.leaderIs("validator-3", 2);
        desk.makeRound();

        RecordingRoute.Forwarded again = cluster.nextForwarded();
        assertThat(again.to()).isEqualTo(THIRD);
        assertThat(again.envelope()).containsExactly((byte) 1, (byte) 2, (byte) 3);
        assertThat(outcome).isNotDone();
    }

    @Test
    void itIsNotHandedOverTwiceWhileTheAnswerIsOnItsWay() {
        CompletableFuture<SubmissionOutcome> outcome = submit();
        cluster.nextForwarded();

        desk.makeRound();

        assertThat(cluster.isQuiet()).isTrue();
        assertThat(outcome).isNotDone();
    }

    @Test
    void nobodyIsToldThatNothingWasTakenAfterAnAnswerWasLost() {
        CompletableFuture<SubmissionOutcome> outcome = submit();
        answerNext(new ForwardAnswer.Lost());
        desk.makeRound();

        answerNext(new ForwardAnswer.Overloaded());

        assertThat(outcome).isNotDone();
        desk.makeRound();
        assertThat(cluster.isQuiet()).isFalse();
    }

    @Test
    void anOverloadedLeaderIsToldToTheCallerAtOnce() {
        CompletableFuture<SubmissionOutcome> outcome = submit();

        answerNext(new ForwardAnswer.Overloaded());

        assertThat(outcome).isCompletedWithValueMatching(SubmissionOutcome.Overloaded.class::isInstance);
    }

    @Test
    void aRefusalOfTheLeaderEndsIt() {
        CompletableFuture<SubmissionOutcome> outcome = submit();

        answerNext(new ForwardAnswer.Refused(RefusalCode.KEY_UNKNOWN.number(), "why"));

        assertThat(outcome).isCompletedWithValue(new SubmissionOutcome.Refused(RefusalCode.KEY_UNKNOWN, "why"));
    }

    @Test
    void itIsHandedOverAgainWhenAnotherEntryWasExecutedInItsPlace() {
        CompletableFuture<SubmissionOutcome> outcome = submit();
        answerNext(new ForwardAnswer.Accepted(ENTRY));

        waiting.executed(BlockResults.of(ENTRY.index(), List.of(), NetChanges.NONE));
        desk.makeRound();

        assertThat(cluster.nextForwarded().to()).isEqualTo(new MemberId("validator-2", 1));
        assertThat(outcome).isNotDone();
    }

    @Test
    void itIsHandedOverAgainWhenALeaderOfALaterTermRules() {
        CompletableFuture<SubmissionOutcome> outcome = submit();
        answerNext(new ForwardAnswer.Accepted(ENTRY));
        desk.makeRound();
        assertThat(cluster.isQuiet()).isTrue();

        cluster.leaderIs("validator-3", 2);
        desk.makeRound();

        assertThat(cluster.nextForwarded().to()).isEqualTo(THIRD);
        assertThat(outcome).isNotDone();
    }

    @Test
    void aNodeThatLeadsProposesItself() {
        cluster.leaderIs("validator-1", 1);
        CompletableFuture<SubmissionOutcome> outcome =
                submissions.take(ID, ENVELOPE).orElseThrow().outcome(Wait.NONE);

        cluster.nextProposed().answer().accept(new ProposalOutcome.Appended(ENTRY));
        desk.catchUp();

        assertThat(outcome).isCompletedWithValue(new SubmissionOutcome.Accepted(ID));
    }

    @Test
    void allWhoSendTheSameTransactionShareOneWay() {
        CompletableFuture<SubmissionOutcome> first = submit();
        CompletableFuture<SubmissionOutcome> second = submit();
        answerNext(new ForwardAnswer.Accepted(ENTRY));
        assertThat(cluster.isQuiet()).isTrue();

        execute(receipt(5, Optional.empty()));

        assertThat(first).isCompleted();
        assertThat(second).isCompletedWithValue(first.join());
    }

    @Test
    void whatIsExecutedAlreadyIsAnsweredWithoutGoingAnywhere() {
        stored.put(ID, receipt(2, Optional.empty()));

        assertThat(submit()).isCompletedWithValue(new SubmissionOutcome.Committed(receipt(2, Optional.empty())));
        assertThat(cluster.isQuiet()).isTrue();
    }

    static Stream<RefusalCode> codes() {
        return Stream.of(RefusalCode.values());
    }

    /** A leader may put one transaction into two blocks; the receipt that decided stands, whatever the second says. */
    @ParameterizedTest
    @MethodSource("codes")
    void aReceiptThatDecidesNothingIsAnsweredWithTheOneThatDid(RefusalCode second) {
        CompletableFuture<SubmissionOutcome> outcome = submit();
        Receipt decided = receipt(5, Optional.empty());
        stored.put(ID, decided);
        Receipt later = receipt(6, Optional.of(second));

        execute(later);

        Receipt expected = second.leavesRequestOpen() ? decided : later;
        assertThat(outcome).isCompletedWithValue(new SubmissionOutcome.Committed(expected));
    }
}
