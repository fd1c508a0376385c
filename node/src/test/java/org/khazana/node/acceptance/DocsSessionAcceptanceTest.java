package org.khazana.node.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.config.check.ClusterFolder;

/** Runs the session of docs/api.md as it stands there, with nothing but a shell, curl and openssl. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DocsSessionAcceptanceTest {
    private static final Path PAGE = Path.of("..", "docs", "api.md");

    @TempDir
    private Path folder;

    @Test
    void theSessionOfTheApiPageWorksWithCurlAndOpensslAlone() throws Exception {
        shell(block("set up")
                .replaceAll("(?m)^khazana cluster up.*$", "")
                .replace("--dir ledger", "--dir ledger --peer-port-base 0 --http-port-base 0"));
        try (TestNetwork network = TestNetwork.of(ClusterFolder.check(folder.resolve("ledger")))) {
            network.cluster().startAll(TestNetwork.PATIENCE);

            String output = shell(block("functions").replaceAll("(?m)^API=.*$", "API=" + network.url("validator-1"))
                    + block("issue")
                    + block("transfer")
                    + block("again"));

            assertThat(output).doesNotContain("\"refused\"").doesNotContain("problem");
            assertThat(network.client("validator-1")
                            .positions(7001)
                            .orElseThrow()
                            .positions())
                    .extracting(position -> position.quantity())
                    .containsExactly("200");
            assertThat(network.client("validator-1")
                            .positions(6001)
                            .orElseThrow()
                            .positions())
                    .extracting(position -> position.quantity())
                    .containsExactly("50");
        }
    }

    private static String block(String name) throws IOException {
        Matcher block = Pattern.compile("<!-- session: " + name + " -->\\s*```sh\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).as("block '%s' of %s", name, PAGE).isTrue();
        return block.group(1) + "\n";
    }

    private String shell(String script) throws IOException {
        Path file = folder.resolve("session.sh");
        Path launcher = Path.of(Application.program().words().getFirst());
        Files.writeString(file, "set -e\ncd '" + folder + "'\nPATH=" + launcher.getParent() + ":$PATH\n" + script);
        Application.Outcome outcome = Application.run(folder, List.of("sh", file.toString()));
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        return outcome.output();
    }
}
