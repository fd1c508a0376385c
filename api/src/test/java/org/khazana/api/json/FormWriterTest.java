package org.khazana.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.ledger.operation.Operation;

class FormWriterTest {
    private static final Denominations DENOMINATIONS =
            code -> code.text().length() == 3 ? OptionalInt.of(2) : OptionalInt.empty();

    /** The examples in the description of the interface: one of each operation at least. */
    static Stream<JsonNode> operations() throws IOException {
        JsonNode paths = new JsonMapper()
                .readTree(Path.of("src/main/resources/org/khazana/api/openapi-paths.json")
                        .toFile());
        JsonNode examples =
                paths.at("/~1v1~1transactions~1prepare/post/requestBody/content/application~1json/examples");
        return StreamSupport.stream(examples.spliterator(), false).map(example -> example.at("/value/operation"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void writesWhatWasRead(JsonNode json) {
        Mistakes mistakes = new Mistakes();
        Operation operation = new OperationReader(DENOMINATIONS)
                .read(Fields.of(json, mistakes))
                .orElseThrow();
        mistakes.throwIfAny();

        JsonNode written =
                JsonText.read(JsonText.write(new FormWriter(DENOMINATIONS).write(operation)), JsonNode.class);

        assertThat(written).isEqualTo(json);
    }
}
