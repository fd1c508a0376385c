package org.khazana.node.bench.http;

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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.node.bench.drive.ClosedLoop;
import org.khazana.node.bench.drive.OpenLoop;
import org.khazana.node.bench.drive.Outcome;
import org.khazana.node.bench.drive.Request;

@Timeout(20)
class ClientsTest {
    private static final long MILLI = 1_000_000;
    private static final int CALLERS = 4;

    /** How many answers the server has given or refused to give. */
    private final AtomicInteger seen = new AtomicInteger();

    private final Queue<byte[]> bodies = new ConcurrentLinkedQueue<>();
    private final Queue<String> paths = new ConcurrentLinkedQueue<>();
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
    }

    @Test
    void anOpenLoopAsksAsOftenAsItIsMeantTo() {
        serve(exchange -> answer(exchange, 200, "{}"));

        Outcome outcome = new Clients(targets(), isStopped::get)
                .run(
                        startNanos -> new OpenLoop(startNanos, 200 * MILLI, 500, CALLERS),
                        requests(1_000).iterator(),
                        Midway.NOTHING);

        assertThat(outcome.asked()).isEqualTo(100);
        assertThat(outcome.succeeded()).isEqualTo(100);
        assertThat(outcome.windowNanos()).isEqualTo(200 * MILLI);
        assertThat(outcome.unsent()).isZero();
    }

    @Test
    void whatWasNotTakenIsSentAgainByteForByte() {
        serve(exchange -> {
            boolean isFirst = seen.get() == 1;
            answer(exchange, isFirst ? 503 : 200, isFirst ? "{\"name\": \"OVERLOADED\"}" : "{}");
        });
        byte[] envelope = {7, 0, -1, 13, 10};

        Outcome outcome = drive(List.of(Request.certified(id(1), envelope)), Midway.NOTHING);

        assertThat(bodies).containsExactly(envelope, envelope);
        assertThat(paths).containsExactly("/v1/transactions?wait=certified", "/v1/transactions?wait=certified");
        assertThat(outcome.succeeded()).isEqualTo(1);
        assertThat(outcome.errors()).isEqualTo(Map.of("OVERLOADED", 1L));
    }

    @Test
    void aReceiptIsAskedForWithoutABodyAndItsAnswerIsReadInChunksToo() {
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 0); // in chunks
            exchange.getResponseBody().write("{\"receipt\": {\"result\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.getResponseBody().write("\"done\"}}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        Outcome outcome = drive(List.of(Request.receipt(id(1))), Midway.NOTHING);

        assertThat(paths).containsExactly("/v1/transactions/" + id(1));
        assertThat(bodies).containsExactly(new byte[0]);
        assertThat(outcome.succeeded()).isEqualTo(1);
    }

    @Test
    void anAnswerOfMoreThanAMegabyteLosesItsConnection() {
        serve(exchange -> answer(exchange, 200, seen.get() == 1 ? "x".repeat((1 << 20) + 1) : "{}"));

        Outcome outcome = drive(requests(1), Midway.NOTHING);

        assertThat(outcome.succeeded()).isEqualTo(1);
        assertThat(outcome.errors()).isEqualTo(Map.of("CONNECTION_LOST", 1L));
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

        Targets targets = new Targets(List.of(nobody, url(server.getAddress().getPort())), true);
        Outcome outcome = drive(targets, requests(10), Midway.NOTHING);

        assertThat(outcome.succeeded()).isEqualTo(10);
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
        return drive(targets(), requests, midway);
    }

    private Outcome drive(Targets targets, List<Request> requests, Midway midway) {
        return new Clients(targets, isStopped::get)
                .run(startNanos -> new ClosedLoop(startNanos, 10_000 * MILLI, CALLERS), requests.iterator(), midway);
    }

    private interface Answering {
        void to(HttpExchange exchange) throws IOException;
    }

    /** One request after another. */
    private void serve(Answering answering) {
        server.createContext("/", exchange -> {
            bodies.add(exchange.getRequestBody().readAllBytes());
            paths.add(exchange.getRequestURI().toString());
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
