package org.khazana.node.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.operation.OperationForms;

/** The examples of docs/operations.md, given as options. */
class OperationCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A motion is raised for any operation with {@code --motion-until}; validators have commands of their own. */
    private static final List<String> WITHOUT_COMMAND = List.of("raiseMotion", "setValidators");

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/transactions/prepare", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = """
                    {"transactionId": "t", "requestId": "r", "notAfter": "n", "body": "b", "signingBytes": "s",
                    "signingBytesHex": "h", "requiredSigners": []}""".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static Map<String, JsonNode> examples() throws IOException {
        Map<String, JsonNode> examples = new TreeMap<>();
        String page = Files.readString(Path.of("..", "docs", "operations.md"));
        for (MatchResult found : Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .toList()) {
            JsonNode example = JSON.readTree(found.group(1));
            examples.put(example.path("type").asText(), example);
        }
        return examples;
    }

    static List<String> operations() {
        return OperationForms.all().stream()
                .map(Form::name)
                .filter(name -> !WITHOUT_COMMAND.contains(name))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void itsExampleCanBeWrittenAsOptions(String operation) throws IOException {
        JsonNode example = requireNonNull(examples().get(operation), "an example of it");

        CommandRun run = prepare(optionsOf(example));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(JSON.readTree(asked.get()).path("operation")).isEqualTo(example);
    }

    private CommandRun prepare(List<String> options) {
        List<String> line = new ArrayList<>(List.of("tx", "prepare"));
        line.addAll(options);
        line.addAll(List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort(), "--sender", "1"));
        return CommandRun.of(line.toArray(String[]::new));
    }

    private static List<String> optionsOf(JsonNode example) {
        List<String> options = new ArrayList<>(List.of(example.path("type").asText()));
        example.properties().stream()
                .filter(field -> !field.getKey().equals("type"))
                .forEach(field -> {
                    options.add(
                            "--" + field.getKey().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
                    options.add(inLine(field.getValue()));
                });
        return options;
    }

    private static String inLine(JsonNode value) {
        if (value.isArray()) {
            return stream(value).map(OperationCommandsTest::inLine).collect(Collectors.joining(","));
        }
        return value.isObject() ? stream(value).map(JsonNode::asText).collect(Collectors.joining(":")) : value.asText();
    }

    private static Stream<JsonNode> stream(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false);
    }

    @Test
    void theOthersHaveNone() {
        for (String operation : WITHOUT_COMMAND) {
            assertThat(CommandRun.of("tx", "prepare", operation).exitCode()).isEqualTo(ExitCode.USAGE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "17 | '17' is not of the form FIRST:COUNT[,...]",
                "17:10, | '' is not of the form FIRST:COUNT[,...]",
                "17:10:3 | '17:10:3' is not of the form FIRST:COUNT[,...]",
            })
    void aListThatIsWrittenWrongIsRefusedWithTheForm(String serials, String sentence) {
        CommandRun run = prepare(List.of(
                "retireTokens", "--isin", "PK0000000015", "--account", "1", "--quantity", "10", "--serials", serials));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("option '--serials': " + sentence);
        assertThat(asked.get()).isEmpty();
    }

    @Test
    void aNumberInAListMustBeOne() {
        CommandRun run = prepare(List.of("settleNow", "--legs", "3001:x:PKR:1.00"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'3001:x:PKR:1.00' is not of the form FROM:TO:ASSET:QUANTITY[,...]");
    }
}
