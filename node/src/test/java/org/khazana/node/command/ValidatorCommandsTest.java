package org.khazana.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that knows two validators and tells what it was asked to prepare. */
class ValidatorCommandsTest {
    private static final String VALIDATORS = """
            {"height": 42, "epoch": 3, "validators": [
              {"id": "validator-1", "directory": "a3f00001", "organisation": "Ministry", "group": "GOVERNMENT",
               "duty": "VOTER", "tlsKeySha256": "t1", "signingKey": "s1"},
              {"id": "validator-2", "directory": "00000007", "organisation": "Custodian", "group": "CUSTODIAN",
               "duty": "OBSERVER", "tlsKeySha256": "t2", "signingKey": "s2",
               "peerAddress": {"host": "v2.example", "port": 7102}}],
             "atLeast": [{"group": "GOVERNMENT", "members": 1}]}
            """;
    private static final String PREPARED =
            "{\"transactionId\": \"t\", \"requestId\": \"r\", \"notAfter\": \"n\", \"body\": \"b\", \"signingBytes\": \"s\", \"signingBytesHex\": \"h\", \"requiredSigners\": []}";

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/validators", exchange -> answer(exchange, VALIDATORS));
        server.createContext("/v1/transactions/prepare", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, PREPARED);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private CommandRun prepare(String... words) {
        List<String> all = new ArrayList<>(List.of("tx", "prepare", "validators"));
        all.addAll(List.of(words));
        all.addAll(List.of("--sender", "1", "--url", url()));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The operation that the server was asked to prepare; it replaces the epoch that was read. */
    private JsonNode operation() throws IOException {
        JsonNode wish = new ObjectMapper().readTree(asked.get());
        assertThat(wish.at("/sender").asLong()).isEqualTo(1);
        assertThat(wish.at("/operation/type").asText()).isEqualTo("setValidators");
        assertThat(wish.at("/operation/replacesEpoch").asLong()).isEqualTo(3);
        return wish.get("operation");
    }

    @Test
    void showsWhoTheValidatorsAre() {
        CommandRun run = CommandRun.of("validators", "show", "--url", url());
        CommandRun json = CommandRun.of("validators", "show", "--json", "--url", url());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("epoch 3, at height 42", "at least 1 of GOVERNMENT")
                .containsPattern("validator-1 +a3f00001 +VOTER +GOVERNMENT +Ministry +as its founders know")
                .containsPattern("validator-2 +00000007 +OBSERVER +CUSTODIAN +Custodian +v2.example port 7102");
        assertThat(json.out()).contains("\"epoch\" : 3");
    }

    @Test
    void addsAnObserverToAllThatAreThereAndLeavesOutAnAddressThatThereIsNot() throws IOException {
        CommandRun.of(
                "cluster",
                "init",
                "--validators",
                "1",
                "--dir",
                folder.resolve("net").toString());

        CommandRun run = prepare(
                "add",
                "--id",
                "validator-5",
                "--directory",
                "3f2a9c01",
                "--organisation",
                "Custodian Three",
                "--group",
                "custodian",
                "--tls-cert",
                folder.resolve("net/validator-1/tls-cert.pem").toString(),
                "--signing-key",
                folder.resolve("net/parties/ministry.pub.pem").toString(),
                "--address",
                "[fe80::5]:7105");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(operation().at("/validators")).hasSize(3);
        assertThat(operation().at("/validators/0").has("peerAddress")).isFalse();
        assertThat(operation().at("/validators/1/peerAddress/port").asInt()).isEqualTo(7102);
        JsonNode added = operation().at("/validators/2");
        assertThat(added.get("duty").asText()).isEqualTo("OBSERVER");
        assertThat(added.get("group").asText()).isEqualTo("CUSTODIAN");
        assertThat(added.get("tlsKeySha256").asText()).matches("[0-9a-f]{64}");
        assertThat(added.get("signingKey").asText()).matches("[0-9a-f]{64}");
        assertThat(added.at("/peerAddress/host").asText()).isEqualTo("fe80::5");
    }

    @Test
    void promotesAnObserverAndChangesNothingElse() throws IOException {
        CommandRun run = prepare("promote", "--id", "validator-2");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(operation().at("/validators/1/duty").asText()).isEqualTo("VOTER");
        assertThat(operation().at("/validators/1/directory").asText()).isEqualTo("00000007");
        assertThat(operation().at("/validators/1/peerAddress/host").asText()).isEqualTo("v2.example");
        assertThat(operation().at("/validators/0/duty").asText()).isEqualTo("VOTER");
    }

    @Test
    void replacesADirectoryAndWhatElseIsGiven() throws IOException {
        CommandRun alone = prepare("replace", "--id", "validator-1", "--directory", "9a0b12cd");
        JsonNode first = operation().at("/validators/0");
        CommandRun moved =
                prepare("replace", "--id", "validator-2", "--directory", "9a0b12ce", "--address", "new.example:1");
        JsonNode second = operation().at("/validators/1");

        assertThat(alone.exitCode()).as(alone.err()).isZero();
        assertThat(moved.exitCode()).as(moved.err()).isZero();
        assertThat(first.get("directory").asText()).isEqualTo("9a0b12cd");
        assertThat(first.get("duty").asText()).isEqualTo("VOTER");
        assertThat(first.get("tlsKeySha256").asText()).isEqualTo("t1");
        assertThat(first.has("peerAddress")).isFalse();
        assertThat(second.at("/peerAddress/host").asText()).isEqualTo("new.example");
        assertThat(second.get("signingKey").asText()).isEqualTo("s2");
    }

    @Test
    void removesOneValidator() throws IOException {
        CommandRun run = prepare("remove", "--id", "validator-1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(operation().at("/validators")).hasSize(1);
        assertThat(operation().at("/validators/0/id").asText()).isEqualTo("validator-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "promote --id validator-1                       | validator-1 is a voter already",
                "promote --id validator-9                       | there is no validator validator-9 in epoch 3",
                "remove --id validator-9                        | there is no validator validator-9 in epoch 3",
                "replace --id validator-9 --directory 9a0b12cd  | there is no validator validator-9 in epoch 3",
                "replace --id validator-2 --directory 9 --address fe80::1:7  | is not an address",
                "replace --id validator-2 --directory 9 --address v.example  | is not an address",
                "replace --id validator-2 --directory 9 --tls-cert nowhere.pem | nowhere.pem does not exist"
            })
    void whatMakesNoSenseIsNotPrepared(String words, String reason) {
        CommandRun run = prepare(words.split(" +", -1));

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains(reason);
        assertThat(asked.get()).isEmpty();
    }
}
