package org.khazana.node.bench.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.transaction.TransactionId;

/** Over a clock that is only counted: nothing here waits, and nothing is sent. */
class DriveTest {
    private static final long MILLI = 1_000_000;
    private static final long WINDOW = 1_000 * MILLI;
    private static final long RETRY_PAUSE = 5 * MILLI;
    private static final Answer DONE = new Answer(200, "");
    private static final Answer OVERLOADED = new Answer(503, "{\"name\": \"OVERLOADED\"}");

    @Test
    void noMoreRequestsAreUnderWayThanThePaceAllows() {
        Drive drive = closedLoop(2, requests(10));

        Attempt first = begin(drive, 0);
        begin(drive, 0);
        assertThat(drive.next(MILLI)).isEmpty();
        assertThat(drive.nanosUntilDue(MILLI)).isEqualTo(Pace.NEVER);

        drive.answered(first, DONE, 2 * MILLI);
        assertThat(drive.next(2 * MILLI)).isPresent();
    }

    @Test
    void whatWasNotTakenIsSentAgainAfterAPauseAndCountsFromItsFirstTime() {
        Drive drive = closedLoop(1, requests(1));
        Attempt attempt = begin(drive, 0);

        drive.answered(attempt, OVERLOADED, 10 * MILLI);
        assertThat(drive.next(10 * MILLI)).isEmpty();
        assertThat(drive.nanosUntilDue(10 * MILLI)).isEqualTo(RETRY_PAUSE);
        assertThat(begin(drive, 10 * MILLI + RETRY_PAUSE)).isSameAs(attempt);
        drive.answered(attempt, DONE, 20 * MILLI);

        Outcome outcome = outcome(drive, 20 * MILLI);
        assertThat(outcome.asked()).isEqualTo(1);
        assertThat(outcome.succeeded()).isEqualTo(1);
        assertThat(outcome.errors()).isEqualTo(Map.of("OVERLOADED", 1L));
        assertThat(outcome.latency(Request.Kind.COMMITTED).maxMicros()).isBetween(20_000L, 20_100L);
    }

    @Test
    void aCallerWhoWaitsToSendAgainAsksNothingNewMeanwhile() {
        Drive drive = closedLoop(1, requests(2));
        Attempt attempt = begin(drive, 0);

        drive.lost(attempt, MILLI);

        assertThat(drive.next(2 * MILLI)).isEmpty();
        assertThat(begin(drive, MILLI + RETRY_PAUSE)).isSameAs(attempt);
    }

    @Test
    void aRequestOfAnOpenLoopThatFindsAllConnectionsBusyCountsFromWhenItWasMeantToBegin() {
        Drive drive = new Drive(new OpenLoop(0, WINDOW, 1_000, 1), requests(2).iterator(), 0);
        Attempt first = begin(drive, 0);

        assertThat(drive.next(500 * MILLI)).isEmpty();
        drive.answered(first, DONE, 500 * MILLI);
        Attempt second = begin(drive, 500 * MILLI);
        drive.answered(second, DONE, 501 * MILLI);

        assertThat(second.intendedNanos()).isEqualTo(MILLI);
        assertThat(outcome(drive, 501 * MILLI).latency(Request.Kind.COMMITTED).p50Micros())
                .isBetween(499_000L, 501_000L);
    }

    @Test
    void whatIsRefusedIsNotSentAgainAndNamed() {
        Drive drive = closedLoop(1, requests(1));

        drive.answered(begin(drive, 0), new Answer(409, "{\"name\":\"BALANCE_TOO_LOW\"}"), MILLI);

        assertThat(drive.next(WINDOW / 2)).isEmpty();
        Outcome outcome = outcome(drive, WINDOW / 2);
        assertThat(outcome.refused()).isEqualTo(1);
        assertThat(outcome.acknowledged()).isEmpty();
        assertThat(outcome.errors()).isEqualTo(Map.of("BALANCE_TOO_LOW", 1L));
    }

    @Test
    void anAnswerAfterTheTimeIsOverIsAcknowledgedButNotCountedAsAcceptedInIt() {
        Drive drive = closedLoop(2, requests(10));
        Attempt inTime = begin(drive, 0);
        Attempt late = begin(drive, 0);

        drive.answered(inTime, DONE, WINDOW - 1);
        assertThat(drive.isOver(WINDOW)).isFalse();
        drive.answered(late, DONE, WINDOW + 1);

        Outcome outcome = outcome(drive, WINDOW + 1);
        assertThat(outcome.acceptedInWindow()).isEqualTo(1);
        assertThat(outcome.acknowledged()).hasSize(2);
        assertThat(outcome.windowNanos()).isEqualTo(WINDOW);
        assertThat(outcome.tookNanos()).isEqualTo(WINDOW + 1);
    }

    @Test
    void theTimeIsOverWhenRequestsHaveRunOut() {
        Drive drive = closedLoop(2, requests(1));
        Attempt only = begin(drive, 0);

        assertThat(drive.isOver(MILLI)).isFalse();
        drive.answered(only, DONE, 2 * MILLI);

        assertThat(outcome(drive, 2 * MILLI).windowNanos()).isEqualTo(MILLI);
    }

    @Test
    void answersAreWaitedForUntilFifteenSecondsAfterTheTimeIsOver() {
        Drive drive = closedLoop(1, requests(10));
        begin(drive, 0);

        assertThat(drive.isOver(WINDOW + 15_000 * MILLI)).isFalse();

        assertThat(outcome(drive, WINDOW + 15_001 * MILLI).unanswered()).isEqualTo(1);
    }

    @Test
    void requestsThatNeverBeganAreTold() {
        Drive drive = new Drive(new OpenLoop(0, WINDOW, 10, 1), requests(100).iterator(), 0);
        begin(drive, 0);

        Outcome outcome = outcome(drive, WINDOW + 15_001 * MILLI);

        assertThat(outcome.unanswered()).isEqualTo(1);
        assertThat(outcome.unsent()).isEqualTo(9);
    }

    @Test
    void aTransactionWithoutItsCertificateIsAcknowledgedAndNoted() {
        Drive drive = closedLoop(1, List.of(Request.certified(id(1), new byte[3])));

        drive.answered(begin(drive, 0), new Answer(202, "{\"state\": \"executed\"}"), MILLI);

        Outcome outcome = outcome(drive, MILLI);
        assertThat(outcome.acknowledged()).containsExactly(id(1));
        assertThat(outcome.errors()).isEqualTo(Map.of("NOT_CERTIFIED_IN_TIME", 1L));
    }

    @Test
    void aReceiptThatIsNotThereOrNotOfSomethingDoneIsMissing() {
        Drive drive = closedLoop(
                3, IntStream.range(0, 3).mapToObj(i -> Request.receipt(id(i))).toList());

        drive.answered(begin(drive, 0), new Answer(404, "{\"name\": \"TRANSACTION_NOT_KNOWN\"}"), MILLI);
        drive.answered(begin(drive, 0), new Answer(200, "{\"state\": \"pending\"}"), MILLI);
        drive.answered(begin(drive, 0), new Answer(200, "{\"receipt\": {\"result\": \"done\"}}"), MILLI);

        Outcome outcome = outcome(drive, MILLI);
        assertThat(outcome.succeeded()).isEqualTo(1);
        assertThat(outcome.refused()).isEqualTo(2);
    }

    @Test
    void theLongestTimeWithoutAnAcknowledgementIsLookedForFromWhenItIsWatchedToTheEndOfTheTime() {
        Drive drive = closedLoop(1, requests(10));
        drive.answered(begin(drive, 0), DONE, 400 * MILLI);

        drive.watchGap(500 * MILLI);
        drive.answered(begin(drive, 500 * MILLI), DONE, 600 * MILLI);
        drive.answered(begin(drive, 600 * MILLI), DONE, 700 * MILLI);

        assertThat(outcome(drive, WINDOW).longestGapNanos()).isEqualTo(300 * MILLI);
    }

    @Test
    void whenSomethingHappensItIsToldHowLatencyTookIt() {
        Drive drive =
                new Drive(new OpenLoop(0, 4 * WINDOW, 100, 1), requests(400).iterator(), 0);
        drive.keepTimeline();
        for (int i = 0; i < 400; i++) {
            if (i == 100) {
                drive.watchGap(WINDOW);
            }
            long nowNanos = 10 * MILLI * i;
            drive.answered(begin(drive, nowNanos), DONE, nowNanos + (i >= 100 && i < 140 ? 9 : 1) * MILLI);
        }

        // From the 40th on, so that not even one of a hundred is above; one may be.
        assertThat(outcome(drive, 4 * WINDOW).recovery()).hasValue(new Recovery(1_000, OptionalLong.of(400 * MILLI)));
    }

    @Test
    void whenNothingHappensNothingIsToldOfIt() {
        Drive drive = closedLoop(1, requests(1));
        drive.keepTimeline();
        drive.answered(begin(drive, 0), DONE, MILLI);

        assertThat(outcome(drive, WINDOW).recovery()).isEmpty();
    }

    private static Drive closedLoop(int callers, List<Request> requests) {
        return new Drive(new ClosedLoop(0, WINDOW, callers), requests.iterator(), 0);
    }

    private static Attempt begin(Drive drive, long nowNanos) {
        Optional<Attempt> next = drive.next(nowNanos);
        assertThat(next).isPresent();
        return next.get();
    }

    private static Outcome outcome(Drive drive, long nowNanos) {
        assertThat(drive.isOver(nowNanos)).isTrue();
        return drive.outcome(nowNanos);
    }

    private static List<Request> requests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Request.committed(id(i), new byte[] {(byte) i}))
                .toList();
    }

    private static TransactionId id(int number) {
        return new TransactionId(Domain.TRANSACTION.hash(new byte[] {(byte) number, (byte) (number >> 8)}));
    }
}
