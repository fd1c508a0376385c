package org.khazana.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The page that tells of every operation is what they say. {@code mvn test -pl api -am -Dtest=OperationsPageTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dpage.rewrite=true} writes it anew.
 */
class OperationsPageTest {
    private static final Path FILE = Path.of("../docs/operations.md");
    private static final String EXAMPLES =
            "/~1v1~1transactions~1prepare/post/requestBody/content/application~1json/examples";

    @Test
    void saysWhatTheOperationsSay() throws IOException {
        Map<String, JsonNode> examples = examples();
        String text = OperationsPage.text(name -> Objects.requireNonNull(examples.get(name), "no example of " + name));
        if (Boolean.getBoolean("page.rewrite")) {
            Files.writeString(FILE, text);
        }

        assertThat(Files.readString(FILE)).isEqualTo(text);
    }

    /** Those of the interface's description, which another test has understood by the server. */
    private static Map<String, JsonNode> examples() throws IOException {
        JsonNode paths = new JsonMapper()
                .readTree(Path.of("src/main/resources/org/khazana/api/openapi-paths.json")
                        .toFile());
        Map<String, JsonNode> examples = new TreeMap<>();
        for (JsonNode example : paths.at(EXAMPLES)) {
            JsonNode operation = example.at("/value/operation");
            examples.put(operation.path("type").asText(), operation);
        }
        return examples;
    }
}
