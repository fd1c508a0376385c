package org.khazana.node.bench.ahead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.khazana.node.bench.drive.Request;

@Timeout(20)
class RequestsAheadTest {
    @Test
    void requestsComeInTheOrderOfTheirNumbersWithoutEnd() {
        try (RequestsAhead ahead = new RequestsAhead(first(10), 10, RequestsAheadTest::numbered)) {
            for (int number = 0; number < 1_000; number++) {
                assertThat(ahead.hasNext()).isTrue();
                assertThat(ahead.next().path()).isEqualTo("/" + number);
            }
        }
    }

    @Test
    void noMoreAreMadeThanAreHeldReadyAndTheOneInHand() throws InterruptedException {
        AtomicLong made = new AtomicLong();
        Semaphore isMade = new Semaphore(0);
        try (RequestsAhead ahead = new RequestsAhead(first(10), 10, number -> {
            made.incrementAndGet();
            isMade.release();
            return numbered(number);
        })) {
            ahead.next();
            isMade.acquire(2); // one instead of what was taken, one in hand

            assertThat(made).hasValue(2);
            assertThat(ahead.waitedNanos()).isZero();
        }
    }

    @Test
    void whoOvertakesItWaitsAndThatIsCounted() {
        CountDownLatch isOvertaken = new CountDownLatch(1);
        try (RequestsAhead ahead = new RequestsAhead(first(1), 1, number -> {
            awaitUninterrupted(isOvertaken);
            return numbered(number);
        })) {
            ahead.next();
            Thread sender = Thread.currentThread();
            new Thread(() -> {
                        while (sender.getState() != Thread.State.TIMED_WAITING) {
                            Thread.onSpinWait();
                        }
                        isOvertaken.countDown();
                    })
                    .start();

            assertThat(ahead.next().path()).isEqualTo("/1");
            assertThat(ahead.waitedNanos()).isPositive();
        }
    }

    @Test
    void aRequestThatCannotBeMadeIsTold() {
        RuntimeException broken = new IllegalArgumentException("no key");
        try (RequestsAhead ahead = new RequestsAhead(first(1), 1, number -> {
            throw broken;
        })) {
            ahead.next();

            assertThatThrownBy(ahead::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasCause(broken);
            assertThat(ahead.waitedNanos()).isPositive();
        }
    }

    private static List<Request> first(int count) {
        return LongStream.range(0, count).mapToObj(RequestsAheadTest::numbered).toList();
    }

    private static Request numbered(long number) {
        return Request.read("/" + number);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
