package org.khazana.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.transaction.TransactionId;

class RequestGateTest {
    private static final int REQUESTS_MAX = 4;

    @Test
    void turnsAwayWhatIsMoreThanAllowedAndRecovers() throws Exception {
        // given: as many submissions as allowed wait for their outcome
        CompletableFuture<SubmissionOutcome> outcome = new CompletableFuture<>();
        CountDownLatch waiting = new CountDownLatch(REQUESTS_MAX);
        try (ServedApi api = new ServedApi(ApiSettings.of("127.0.0.1", 0).withRequestsMax(REQUESTS_MAX));
                ExecutorService callers = Executors.newFixedThreadPool(REQUESTS_MAX)) {
            api.gateway.onSubmit = (envelope, wait) -> {
                waiting.countDown();
                return outcome;
            };
            List<Future<ServedApi.Answer>> answers = Stream.generate(() -> callers.submit(() -> submit(api)))
                    .limit(REQUESTS_MAX)
                    .toList();
            assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();

            // when
            ServedApi.Answer oneMore = submit(api);
            ServedApi.Answer health = api.get("/health/live");
            TransactionId id = new TransactionId(FakeGateway.hashOf(5));
            outcome.complete(new SubmissionOutcome.Committed(new Receipt(id, 1, 0, 0, List.of(), List.of())));

            // then
            assertThat(oneMore.status()).isEqualTo(503);
            assertThat(oneMore.header("Retry-After")).isEqualTo("1");
            assertThat(oneMore.json().at("/name").asText()).isEqualTo("OVERLOADED");
            assertThat(health.status()).isEqualTo(200);
            for (Future<ServedApi.Answer> answer : answers) {
                assertThat(answer.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
            }
            assertThat(Stream.generate(() -> submit(api).status()).limit(50)).contains(200);
        }
    }

    @Test
    void twoStatementsOfRegistersAreMadeAtATime() throws Exception {
        CountDownLatch waiting = new CountDownLatch(2);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        try (ServedApi api = new ServedApi(ApiSettings.of("127.0.0.1", 0));
                ExecutorService callers = Executors.newFixedThreadPool(2)) {
            api.gateway.beforeRegister = () -> {
                waiting.countDown();
                await(mayGoOn);
            };
            List<Future<ServedApi.Answer>> answers = Stream.generate(() -> callers.submit(() -> statement(api)))
                    .limit(2)
                    .toList();
            await(waiting);

            ServedApi.Answer oneMore = statement(api);
            ServedApi.Answer other = api.get("/v1/certificates/latest");
            mayGoOn.countDown();

            assertThat(oneMore.status()).isEqualTo(503);
            assertThat(oneMore.header("Retry-After")).isEqualTo("5");
            assertThat(other.status()).isEqualTo(404);
            for (Future<ServedApi.Answer> answer : answers) {
                assertThat(answer.get(20, TimeUnit.SECONDS).status()).isEqualTo(404);
            }
            assertThat(Stream.generate(() -> statement(api).status()).limit(50)).contains(404);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ServedApi.Answer statement(ServedApi api) {
        return api.get("/v1/assets/PKR/register/proof");
    }

    private static ServedApi.Answer submit(ServedApi api) {
        return api.send("POST", "/v1/transactions", "application/x-protobuf", BodyPublishers.ofByteArray(new byte[1]));
    }
}
