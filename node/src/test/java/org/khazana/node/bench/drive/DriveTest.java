package org.khazana.node.bench.drive;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.transaction.TransactionId;

@Timeout(20)
class DriveTest {
    private static final long MILLI = 1_000_000;
    private static final int CALLERS = 4;

    /** How many answers the server has given or refused to give. */
    private final AtomicInteger seen = new AtomicInteger();

    private final AtomicBoolean isStopped = new AtomicBoolean();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyRequestIsAskedOnceAndCountedOnce() {
        serve(exchange -> answer(exchange, 200, "{}"));

        Outcome outcome = drive(requests(100), Midway.NOTHING);

        assertThat(seen).hasValue(100);
        assertThat(outcome.asked()).isEqualTo(100);
        assertThat(outcome.succeeded()).isEqualTo(100);
        // The time was over when requests had run out; some were under way then.
        assertThat(outcome.acceptedInWindow()).isBetween(100L - CALLERS, 100L);
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.acknowledged()).doesNotHaveDuplicates().hasSize(100);
        assertThat(outcome.latency(Request.Kind.COMMITTED).count()).isEqualTo(100);
        assertThat(outcome.latency(Request.Kind.READ)).isEqualTo(Percentiles.NONE);
    }

    @Test
    void anOpenLoopAsksAsOftenAsItIsMeantTo() {
        serve(exchange -> answer(exchange, 200, "{}"));

        Outcome outcome = Drive.run(
                targets(),
                startNanos -> new OpenLoop(startNanos, 200 * MILLI, 500, CALLERS),
                requests(1_000).iterator(),
                Midway.NOTHING,
                isStopped::get);

        assertThat(outcome.asked()).isEqualTo(100);
        assertThat(outcome.succeeded()).isEqualTo(100);
        assertThat(outcome.windowNanos()).isEqualTo(200 * MILLI);
        assertThat(outcome.unsent()).isZero();
    }

    @Test
    void whatWasNotTakenIsSentAgainAndCountedAsOneRequest() {
        serve(exchange -> {
            boolean isFirst = seen.get() == 1;
            answer(exchange, isFirst ? 503 : 200, isFirst ? "{\"name\": \"OVERLOADED\"}" : "{}");
        });

        Outcome outcome = drive(requests(10), Midway.NOTHING);

        assertThat(seen).hasValue(11);
        assertThat(outcome.succeeded()).isEqualTo(10);
        assertThat(outcome.errors()).isEqualTo(Map.of("OVERLOADED", 1L));
    }

    @Test
    void whatIsRefusedIsNotSentAgainAndNamed() {
        serve(exchange -> answer(exchange, 409, "{\"name\":\"BALANCE_TOO_LOW\"}"));

        Outcome outcome = drive(requests(10), Midway.NOTHING);

        assertThat(seen).hasValue(10);
        assertThat(outcome.refused()).isEqualTo(10);
        assertThat(outcome.acknowledged()).isEmpty();
        assertThat(outcome.errors()).isEqualTo(Map.of("BALANCE_TOO_LOW", 10L));
    }

    @Test
    void whatWasOnALostConnectionIsSentAgain() {
        serve(exchange -> {
            if (seen.get() <= 3) {
                exchange.close();
            } else {
                answer(exchange, 200, "{}");
            }
        });

        Outcome outcome = drive(requests(10), Midway.NOTHING);

        assertThat(outcome.succeeded()).isEqualTo(10);
        assertThat(outcome.errors()).isEqualTo(Map.of("CONNECTION_LOST", 3L));
    }

    @Test
    void aValidatorThatDoesNotListenIsPassedOver() throws IOException {
        serve(exchange -> answer(exchange, 200, "{}"));
        URI nobody;
        try (ServerSocket listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            nobody = url(listening.getLocalPort());
        }

        Outcome outcome = Drive.run(
                new Targets(List.of(nobody, url(server.getAddress().getPort())), true),
                startNanos -> new ClosedLoop(startNanos, 10_000 * MILLI, CALLERS),
                requests(10).iterator(),
                Midway.NOTHING,
                isStopped::get);

        assertThat(outcome.succeeded()).isEqualTo(10);
    }

    @Test
    void aTransactionWithoutItsCertificateIsAcknowledgedAndNoted() {
        serve(exchange -> answer(exchange, 202, "{\"state\": \"executed\"}"));

        Outcome outcome = drive(List.of(Request.certified(id(1), new byte[3])), Midway.NOTHING);

        assertThat(outcome.acknowledged()).containsExactly(id(1));
        assertThat(outcome.errors()).isEqualTo(Map.of("NOT_CERTIFIED_IN_TIME", 1L));
    }

    @Test
    void aReceiptThatIsNotThereOrNotOfSomethingDoneIsMissing() {
        serve(exchange -> {
            switch (seen.get()) {
                case 1 -> answer(exchange, 404, "{\"name\": \"TRANSACTION_NOT_KNOWN\"}");
                case 2 -> answer(exchange, 200, "{\"state\": \"pending\"}");
                default -> answer(exchange, 200, "{\"receipt\": {\"result\": \"done\"}}");
            }
        });

        Outcome outcome = drive(
                IntStream.range(0, 5).mapToObj(i -> Request.receipt(id(i))).toList(), Midway.NOTHING);

        assertThat(outcome.succeeded()).isEqualTo(3);
        assertThat(outcome.refused()).isEqualTo(2);
    }

    @Test
    void whatHappensMidwayHappensOnceAndTheLongestGapSinceIsTold() {
        serve(exchange -> answer(exchange, 200, "{}"));
        AtomicInteger happened = new AtomicInteger();

        Outcome outcome = drive(requests(200), new Midway(1, happened::incrementAndGet));

        assertThat(happened).hasValue(1);
        assertThat(outcome.longestGapNanos()).isPositive().isLessThanOrEqualTo(outcome.tookNanos());
    }

    @Test
    void aDriveThatIsStoppedCountsWhatHasNoAnswerAsUnanswered() {
        serve(exchange -> {
            if (seen.get() < 5) {
                answer(exchange, 200, "{}");
            } else {
                isStopped.set(true);
            }
        });

        Outcome outcome = drive(requests(1_000), Midway.NOTHING);

        assertThat(outcome.unanswered()).isBetween(1L, (long) CALLERS);
        assertThat(outcome.asked()).isEqualTo(outcome.succeeded() + outcome.refused() + outcome.unanswered());
    }

    private Outcome drive(List<Request> requests, Midway midway) {
        return Drive.run(
                targets(),
                startNanos -> new ClosedLoop(startNanos, 10_000 * MILLI, CALLERS),
                requests.iterator(),
                midway,
                isStopped::get);
    }

    private interface Answering {
        void to(HttpExchange exchange) throws IOException;
    }

    /** One request after another. */
    private void serve(Answering answering) {
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            seen.incrementAndGet();
            answering.to(exchange);
        });
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Targets targets() {
        return new Targets(List.of(url(server.getAddress().getPort())), false);
    }

    private static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static List<Request> requests(int count) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(Request.committed(id(i), new byte[] {(byte) i}));
        }
        return requests;
    }

    private static TransactionId id(int number) {
        return new TransactionId(Domain.TRANSACTION.hash(new byte[] {(byte) number, (byte) (number >> 8)}));
    }
}
