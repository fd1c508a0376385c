package org.khazana.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a node serves at {@code /verify} is what stands in the source tree, and asks for nothing from elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedVerifierTest {
    private static final Path FOLDER = Path.of("src/main/resources/khazana/verify");
    private static final Pattern REFERENCE = Pattern.compile("(?:from|import\\(|src=|href=) ?['\"]([^'\"]+)['\"]");

    private ServedApi api;
    private List<String> files;

    @BeforeAll
    void start() throws IOException {
        api = new ServedApi();
        try (Stream<Path> found = Files.list(FOLDER)) {
            files = found.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @AfterAll
    void stop() {
        api.close();
    }

    /** Renewed with {@code sha256sum *.css *.html *.mjs > SHA256SUMS}, in that folder. */
    @Test
    void theSumsAreThoseOfAllFiles() throws IOException, NoSuchAlgorithmException {
        Map<String, String> sums = new TreeMap<>();
        for (String file : files) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(FOLDER.resolve(file)));
            sums.put(file, HexFormat.of().formatHex(hash));
        }
        sums.remove("SHA256SUMS");
        List<String> lines = new ArrayList<>();
        sums.forEach((file, sum) -> lines.add(sum + "  " + file));

        assertThat(Files.readAllLines(FOLDER.resolve("SHA256SUMS"))).containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void everyFileIsServedAsItIsAndMayLoadNothingFromElsewhere() throws IOException {
        Map<String, String> types = Map.of("html", "text/html", "css", "text/css", "mjs", "text/javascript");
        for (String file : files) {
            ServedApi.Answer answer = api.get("/verify/" + file);
            String ending = file.substring(file.lastIndexOf('.') + 1);

            assertThat(answer.status()).as(file).isEqualTo(200);
            assertThat(answer.response().body()).as(file).isEqualTo(Files.readAllBytes(FOLDER.resolve(file)));
            assertThat(answer.header("Content-Type"))
                    .as(file)
                    .isEqualToIgnoringWhitespace(types.getOrDefault(ending, "text/plain") + ";charset=utf-8");
            assertThat(answer.header("Content-Security-Policy"))
                    .as(file)
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void whateverAFileNeedsIsServedToo() throws IOException {
        for (String file : files) {
            String text = Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8);
            List<String> references = REFERENCE
                    .matcher(text)
                    .results()
                    .map(reference -> reference.group(1).replaceFirst("^\\./", ""))
                    .filter(reference -> !reference.startsWith("node:"))
                    .toList();

            assertThat(files).as("what %s needs", file).containsAll(references);
            assertThat(text).as(file).doesNotContain("http:").doesNotContain("https:");
        }
    }

    @Test
    void theFrontDoorLeadsToThePage() {
        ServedApi.Answer answer = api.get("/verify");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/verify/verify.html");
    }

    @Test
    void nothingElseIsServed() {
        for (String path : List.of("/verify/none.mjs", "/verify/..%2Fverify.html", "/verify/sub/verify.html")) {
            assertThat(api.get(path).status()).as(path).isIn(400, 404);
        }
    }
}
