package org.khazana.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.config.TestCluster.problemsOf;
import static org.khazana.config.TestCluster.replace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.khazana.config.InvalidConfig;
import org.khazana.config.NodeConfig;
import org.khazana.config.TestCluster;

class NodeFileTest {
    /** Keys take time to make: one cluster serves all tests, each of which spoils a copy. */
    private static final AtomicReference<String> VALID = new AtomicReference<>("");

    @TempDir
    Path temporary;

    private Path file;

    @BeforeAll
    static void makeACluster(@TempDir Path folder) throws IOException {
        VALID.set(Files.readString(
                TestCluster.generateIn(folder.resolve("cluster")).nodeFile(2)));
    }

    @BeforeEach
    void copyTheValidNodeFile() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("cluster/validator-2"));
        file = Files.writeString(folder.resolve("node.toml"), VALID.get());
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        NodeConfig read = NodeFile.read(file);

        Path again = file.resolveSibling("again.toml");
        NodeFile.write(again, read);

        assertThat(NodeFile.read(again)).isEqualTo(read);
        assertThat(again).hasSameTextualContentAs(file);
    }

    @Test
    void makesPathsAbsoluteFromTheFolderOfTheFile() {
        NodeConfig read = NodeFile.read(file);

        assertThat(read.genesisFile()).isEqualTo(temporary.resolve("cluster/genesis.json"));
        assertThat(read.dataFolder()).isEqualTo(temporary.resolve("cluster/validator-2/data"));
    }

    @Test
    void takesTheUsualTimingWhenNoneIsGiven() {
        replace(
                file,
                "[timing]\nheartbeat-millis = 50\nelection-timeout-millis = 500\nelection-priority = \"PREFERRED\"\n",
                "");

        assertThat(NodeFile.read(file).timing()).isEqualTo(NodeConfig.Timing.DEFAULT);
    }

    @Test
    void tellsAllFiveMistakesAtOnceWithTheirLines() {
        replace(file, "validator = \"validator-2\"", "validator = 2");
        replace(file, "data = \"data\"", "dta = \"data\"");
        replace(file, "port = 8102", "port = 81020");
        replace(file, "election-timeout-millis = 500", "election-timeout-millis = 400");

        assertThatThrownBy(() -> NodeFile.read(file)).isInstanceOfSatisfying(InvalidConfig.class, invalid -> {
            assertThat(invalid).hasMessageStartingWith("5 mistakes in the configuration:");
            assertThat(invalid.problems())
                    .extracting(problem -> problem.key())
                    .containsExactly(
                            "validator", "data", "http-listener.port", "dta", "timing.election-timeout-millis");
            assertThat(invalid.problems().get(0))
                    .hasToString(file + ":4: validator: is the number 2; allowed: 1 to 32 characters of a-z, "
                            + "0-9 and -, starting with a letter");
        });
    }

    /** Columns: what to replace, by what, the mistake told. One mistake each. */
    @ParameterizedTest(name = "{1} -> {2}")
    @CsvFileSource(resources = "/node-mistakes.txt", delimiter = '|', quoteCharacter = '`')
    void namesTheOneMistake(String old, String by, String told) {
        replace(file, old, Objects.requireNonNullElse(by, "").replace("${newline}", "\n"));

        List<String> problems = problemsOf(() -> NodeFile.read(file));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).contains(told);
    }

    @Test
    void tellsEveryPlaceWhereTextIsNotToml() throws IOException {
        Files.writeString(file, "validator = \n\ngenesis == 4\n");

        assertThat(problemsOf(() -> NodeFile.read(file)))
                .hasSize(2)
                .allMatch(problem -> problem.contains("is not TOML"))
                .anyMatch(problem -> problem.startsWith("line 1, column "))
                .anyMatch(problem -> problem.startsWith("line 3, column "));
    }

    @Test
    void refusesWhatIsTooLargeOrTooDeep() throws IOException {
        Path large = Files.write(temporary.resolve("large.toml"), new byte[NodeFile.BYTES_MAX + 1]);
        Path deep = Files.writeString(temporary.resolve("deep.toml"), "a = " + "[".repeat(60_000));

        assertThat(problemsOf(() -> NodeFile.read(large)))
                .singleElement()
                .asString()
                .contains("larger than 65536");
        assertThat(problemsOf(() -> NodeFile.read(deep))).isNotEmpty();
    }
}
