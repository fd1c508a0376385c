package org.khazana.node.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.api.json.AccountJson.PositionJson;
import org.khazana.api.json.JsonText;
import org.khazana.api.json.ProblemJson;

/** Everything that a client can get wrong, on a running validator: the right problem, and nothing changed. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputAcceptanceTest {
    private static final String PROTOBUF = "application/x-protobuf";
    private static final String VALIDATOR = "validator-1";

    private final HttpClient http = HttpClient.newHttpClient();
    private final NetworkHolder holder = new NetworkHolder();

    @BeforeAll
    void tradeALittle(@TempDir Path folder) {
        holder.start(folder.resolve("network"));
    }

    @AfterAll
    void stop() {
        holder.close();
        http.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attempts")
    void isRefusedWithTheRightProblemAndChangesNothing(BadAttempt attempt) throws Exception {
        List<String> before = books();

        HttpResponse<String> response = post(attempt.envelope());

        ProblemJson problem = problem(response);
        assertThat(problem.code()).as(problem.detail()).isEqualTo(attempt.code());
        assertThat(response.statusCode()).isBetween(400, 499);
        assertThat(problem.status()).isEqualTo(response.statusCode());
        assertThat(books()).isEqualTo(before);
    }

    Stream<BadAttempt> attempts() {
        return BadAttempt.all(holder.network());
    }

    @Test
    void aBodyOfTenMegabytesIsTooLarge() throws Exception {
        List<String> before = books();

        HttpResponse<String> response = post(new byte[10_000_000]);

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(problem(response).detail()).isNotEmpty();
        assertThat(books()).isEqualTo(before);
    }

    private HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
        URI url = holder.network().url(VALIDATOR).resolve("/v1/transactions");
        return http.send(
                HttpRequest.newBuilder(url)
                        .header("Content-Type", PROTOBUF)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static ProblemJson problem(HttpResponse<String> response) throws Exception {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        return JsonText.read(response.body().getBytes(StandardCharsets.UTF_8), ProblemJson.class);
    }

    /** All positions and what is outstanding. */
    private List<String> books() {
        TestNetwork network = holder.network();
        Stream<String> positions = LongStream.of(1001, 3001, 5001, 6001, 7001)
                .mapToObj(account -> account + " "
                        + network.anyOfThem().positions(account).orElseThrow().positions().stream()
                                .map(PositionJson::toString)
                                .toList());
        Stream<String> outstanding = Stream.of(BadAttempt.ISIN.text(), "PKR")
                .map(code -> code + " "
                        + network.anyOfThem().asset(code).orElseThrow().outstanding());
        return Stream.concat(positions, outstanding).toList();
    }
}
