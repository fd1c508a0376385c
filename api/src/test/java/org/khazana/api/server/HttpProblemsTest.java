package org.khazana.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong before an endpoint has anything to say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpProblemsTest {
    private static final String SUBMIT = "/v1/transactions";
    private static final String PREPARE = "/v1/transactions/prepare";
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private ServedApi api;

    @BeforeAll
    void start() {
        api = new ServedApi();
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /,                     404, NOT_FOUND,          ''",
        "GET,    /v2/cluster,           404, NOT_FOUND,          ''",
        "POST,   /v1/cluster,           405, METHOD_NOT_ALLOWED, 'GET, HEAD'",
        "DELETE, /v1/transactions,      405, METHOD_NOT_ALLOWED, POST",
        "PUT,    /v1/accounts/5001,     405, METHOD_NOT_ALLOWED, 'GET, HEAD'",
        "FOO,    /v1/cluster,           405, METHOD_NOT_ALLOWED, 'GET, HEAD'"
    })
    void refusesWhatIsNotInTheTableOfContents(String method, String path, int status, String name, String allow) {
        ServedApi.Answer answer = api.send(method, path, "", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Allow")).isEqualTo(allow);
        assertThat(answer.json().at("/name").asText()).isEqualTo(name);
    }

    @Test
    void answersHeadAsItWouldGetWithoutTheBody() {
        assertThat(api.send("HEAD", "/v1/accounts/5001", "", BodyPublishers.noBody())
                        .status())
                .isEqualTo(200);
        assertThat(api.send("HEAD", "/v1/accounts/99", "", BodyPublishers.noBody())
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "text/plain", "application/xml", "application/json; charset=latin1", "multipart/form-data"})
    void refusesBodiesOfAnotherType(String contentType) {
        for (String path : new String[] {SUBMIT, PREPARE}) {
            ServedApi.Answer answer = api.send("POST", path, contentType, BodyPublishers.ofString("{}"));

            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.header("Accept")).contains("application/json");
            assertThat(answer.json().at("/name").asText()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}{}",
                "{\"a\":1,\"a\":1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "[[[[[[[[[[1]]]]]]]]]]",
                "// no\n{}",
                "nul",
                "{\"a\":1234567890123456789012345678901234567890}",
                "{\"a\":01}"
            })
    void refusesWhatIsNoAcceptableJson(String body) {
        ServedApi.Answer answer = api.postJson(PREPARE, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/name").asText()).isEqualTo("MALFORMED_JSON");
        assertThat(answer.text()).doesNotContain("jackson").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/transactions, application/json",
        "/v1/transactions, application/x-protobuf",
        "/v1/transactions/prepare, application/json"
    })
    void refusesTenMegabytesWhetherTheLengthIsSaidOrNot(String path, String contentType) {
        byte[] body = new byte[TEN_MEGABYTES];

        ServedApi.Answer said = api.send("POST", path, contentType, BodyPublishers.ofByteArray(body));
        ServedApi.Answer unsaid =
                api.send("POST", path, contentType, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(said.status()).isEqualTo(413);
        assertThat(unsaid.status()).isEqualTo(413);
        assertThat(unsaid.json().at("/name").asText()).isEqualTo("BODY_TOO_LARGE");
        assertThat(api.get("/health/live").status()).isEqualTo(200);
    }

    @Test
    void refusesALargeBodyBeforeItIsSent() throws IOException {
        String answer = raw("POST " + SUBMIT + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + TEN_MEGABYTES + "\r\nExpect: 100-continue\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("/problems/body-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET /%ff%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "POST /v1/transactions HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n"
            })
    void answersBrokenHttpWithAProblemToo(String request) throws IOException {
        assertThat(raw(request))
                .startsWith("HTTP/1.1 ")
                .contains("application/problem+json")
                .doesNotContain("<html");
    }

    @Test
    void refusesHeadersWithoutEnd() throws IOException {
        String answer = raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("/problems/headers-too-large");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            byte[] first = new byte[4_096];
            int length = 0;
            while (length < first.length && !new String(first, 0, length, StandardCharsets.UTF_8).contains("}")) {
                int read = socket.getInputStream().read(first, length, first.length - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
            return new String(first, 0, length, StandardCharsets.UTF_8);
        }
    }

    @Test
    void keepsTheReasonOfABugToItself() {
        api.gateway.bug = Optional.of(new IllegalStateException("secret detail"));
        try {
            ServedApi.Answer answer = api.get("/v1/cluster");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.json().at("/name").asText()).isEqualTo("INTERNAL_ERROR");
            assertThat(answer.text()).doesNotContain("secret").doesNotContain("Exception");
        } finally {
            api.gateway.bug = Optional.empty();
        }
    }

    @Test
    void saysWhatToDoWhenThePortIsTaken() {
        ApiSettings taken = ApiSettings.of("127.0.0.1", api.port());

        assertThatThrownBy(() -> ApiServer.start(api.gateway, taken))
                .isInstanceOf(CannotListen.class)
                .hasMessageContaining("127.0.0.1 port " + api.port())
                .hasMessageContaining("stop the program that uses it");
    }
}
