package org.khazana.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.config.TestCluster.problemsOf;
import static org.khazana.config.TestCluster.replace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
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
import org.khazana.config.TestCluster;

class GenesisFileTest {
    /** Keys take time to make: one cluster serves all tests, each of which spoils a copy. */
    private static final AtomicReference<byte[]> VALID = new AtomicReference<>(new byte[0]);

    @TempDir
    Path temporary;

    private Path file;

    @BeforeAll
    static void makeACluster(@TempDir Path folder) throws IOException {
        VALID.set(Files.readAllBytes(
                TestCluster.generateIn(folder.resolve("cluster")).genesisFile()));
    }

    @BeforeEach
    void copyTheValidGenesis() throws IOException {
        file = Files.write(temporary.resolve("genesis.json"), VALID.get());
    }

    @Test
    void keepsTheExactBytesAndWritesTheSameForTheSameGenesis() throws IOException {
        GenesisFile read = GenesisFile.read(file);

        GenesisFile written = GenesisFile.write(temporary.resolve("again.json"), read.genesis());

        assertThat(read.bytes()).isEqualTo(Files.readAllBytes(file));
        assertThat(written.bytes()).isEqualTo(read.bytes());
        assertThat(Files.readAllBytes(temporary.resolve("again.json"))).isEqualTo(read.bytes());
    }

    @Test
    void neverOverwritesAGenesis() {
        GenesisFile read = GenesisFile.read(file);

        assertThatThrownBy(() -> GenesisFile.write(file, read.genesis()))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void tellsAllFiveMistakesAtOnceWithTheirLines() {
        replace(file, "\"format\": 1,", "\"format\": 1, \"colour\": \"green\",");
        replace(file, "\"id\": \"validator-2\"", "\"id\": \"validator-1\"");
        replace(file, "\"members\": 1", "\"members\": 3");
        replace(file, "\"INVESTOR\"", "\"INVESTER\"");
        replace(file, "\"controller\": 4", "\"controller\": 44");

        assertThatThrownBy(() -> GenesisFile.read(file)).isInstanceOfSatisfying(InvalidConfig.class, invalid -> {
            assertThat(invalid.problems())
                    .extracting(problem -> problem.key())
                    .containsExactlyInAnyOrder(
                            "colour",
                            "validators[1].id",
                            "quorum.atLeast[0].members",
                            "parties[4].roles[0]",
                            "accounts[2].controller");
            assertThat(invalid).hasMessageStartingWith("5 mistakes in the configuration:");
            assertThat(invalid.problems()).allMatch(problem -> problem.line().isPresent());
        });
    }

    /** Columns: what to replace, by what, the mistake told. One mistake each. */
    @ParameterizedTest(name = "{1} -> {2}")
    @CsvFileSource(resources = "/genesis-mistakes.txt", delimiter = '|', quoteCharacter = '`')
    void namesTheOneMistake(String old, String by, String told) {
        replace(file, old, Objects.requireNonNullElse(by, ""));

        List<String> problems = problemsOf(() -> GenesisFile.read(file));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).contains(told);
    }

    @Test
    void tellsWhereTextStopsBeingJson() throws IOException {
        Files.writeString(file, "{\n  \"format\": 1,\n  \"networkName\" \"x\"\n}\n");

        assertThat(problemsOf(() -> GenesisFile.read(file)))
                .singleElement()
                .asString()
                .startsWith("line 3, column 17: is not JSON");
    }

    @Test
    void refusesWhatIsNoGenesisAtAll() throws IOException {
        Path absent = temporary.resolve("absent.json");
        Path folder = temporary;
        Path list = Files.writeString(temporary.resolve("list.json"), "[1]");
        Path empty = Files.writeString(temporary.resolve("empty.json"), "");
        Path latin =
                Files.write(temporary.resolve("latin.json"), "{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1));
        Path large = Files.write(temporary.resolve("large.json"), new byte[GenesisFile.BYTES_MAX + 1]);
        Path deep = Files.writeString(temporary.resolve("deep.json"), "{\"a\":" + "[".repeat(100_000));

        assertThat(problemsOf(() -> GenesisFile.read(absent)))
                .singleElement()
                .asString()
                .contains("does not exist");
        assertThat(problemsOf(() -> GenesisFile.read(folder)))
                .singleElement()
                .asString()
                .contains("is a folder");
        assertThat(problemsOf(() -> GenesisFile.read(list)))
                .singleElement()
                .asString()
                .contains("not a JSON object");
        assertThat(problemsOf(() -> GenesisFile.read(empty)))
                .singleElement()
                .asString()
                .contains("not a JSON object");
        assertThat(problemsOf(() -> GenesisFile.read(latin)))
                .singleElement()
                .asString()
                .contains("not UTF-8");
        assertThat(problemsOf(() -> GenesisFile.read(large)))
                .singleElement()
                .asString()
                .contains("larger than 1048576");
        assertThat(problemsOf(() -> GenesisFile.read(deep)))
                .singleElement()
                .asString()
                .contains("is not JSON");
    }

    @Test
    void refusesAKeyOfSmallOrderForWhichAnybodyCouldSign() {
        String identityPoint = "01" + "00".repeat(31);
        String key = GenesisFile.read(file).genesis().parties().get(0).keys().get(0);
        replace(file, key, identityPoint);

        assertThat(problemsOf(() -> GenesisFile.read(file)))
                .singleElement()
                .asString()
                .startsWith("parties[0].keys[0]: '" + identityPoint + "' is not an Ed25519 public key");
    }

    @Test
    void refusesAKeyThatTwoPartiesShare() {
        GenesisFile read = GenesisFile.read(file);
        String first = read.genesis().parties().get(0).keys().get(0);
        String second = read.genesis().parties().get(1).keys().get(0);
        replace(file, second, first);

        assertThat(problemsOf(() -> GenesisFile.read(file)))
                .singleElement()
                .asString()
                .contains("parties[1].keys[0]", "is written before");
    }

    @Test
    void reportsNoMoreThanAHundredMistakes() throws IOException {
        StringBuilder noise = new StringBuilder("{");
        for (int i = 0; i < 1000; i++) {
            noise.append("\"k").append(i).append("\":1,");
        }
        Files.writeString(file, noise.append("\"z\":1}"));

        assertThat(problemsOf(() -> GenesisFile.read(file))).hasSize(Findings.PROBLEMS_MAX);
    }
}
