package org.khazana.config.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.config.Genesis;
import org.khazana.config.Genesis.Group;
import org.khazana.config.Genesis.Validator;
import org.khazana.config.InvalidConfig;
import org.khazana.config.check.CheckedNode;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.file.KeyFiles;
import org.khazana.config.generate.ClusterRequest.ExtraKey;

class ClusterGeneratorTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final ClusterGenerator generator = new ClusterGenerator(new SecureRandom());

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 9})
    void writesAClusterWhoseEveryNodePassesItsOwnCheck(int validators) {
        ClusterFolder cluster = generator.generate(request(validators, temporary.resolve("cluster")));

        assertThat(cluster.nodeFiles()).hasSize(validators);
        for (ClusterFolder.NodeFileOf node : cluster.nodeFiles()) {
            CheckedNode checked = CheckedNode.read(node.file(), NOW);
            assertThat(checked.config()).isEqualTo(node.config());
            assertThat(checked.genesisFile().bytes())
                    .isEqualTo(cluster.genesisFile().bytes());
        }
    }

    @Test
    void seatsGovernmentAndCustodiansInTurnAndAsksForOneOfTheGovernment() {
        Genesis genesis = generator
                .generate(request(5, temporary.resolve("cluster")))
                .genesisFile()
                .genesis();

        assertThat(genesis.validators())
                .extracting(Validator::group)
                .containsExactly(
                        Group.GOVERNMENT, Group.CUSTODIAN, Group.GOVERNMENT, Group.CUSTODIAN, Group.GOVERNMENT);
        assertThat(genesis.quorum().atLeast()).containsExactly(new Genesis.GroupMinimum(Group.GOVERNMENT, 1));
        assertThat(genesis.createdAtMillis()).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void writesPrivateKeysForTheirOwnerOnly() throws IOException {
        generator.generate(request(2, temporary.resolve("cluster")));

        try (Stream<Path> files = Files.walk(temporary)) {
            List<Path> secrets =
                    files.filter(ClusterGeneratorTest::holdsAPrivateKey).toList();
            assertThat(secrets).hasSize(2 * 2 + 10);
            for (Path secret : secrets) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                        .as("mode of %s", secret)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void picksPortsThatAreFreeAndAllDifferent() {
        ClusterFolder cluster = generator.generate(
                new ClusterRequest(4, temporary.resolve("cluster"), "Test network", 0, 0, List.of(), NOW));

        assertThat(cluster.nodeFiles().stream()
                        .flatMap(node -> Stream.of(
                                node.config().peerListener().port(),
                                node.config().httpListener().port())))
                .doesNotHaveDuplicates()
                .doesNotContain(0)
                .hasSize(8);
    }

    @Test
    void makesAnExistingKeyKnownToItsParty() throws IOException {
        byte[] publicKey = KeyFiles.publicKeyOf(KeyFiles.newPrivateKey(new SecureRandom()));
        Path file = temporary.resolve("mine.pub.pem");
        KeyFiles.writePublic(file, publicKey);

        Genesis genesis = generator
                .generate(request(1, temporary.resolve("cluster"), List.of(new ExtraKey(5, file))))
                .genesisFile()
                .genesis();

        assertThat(genesis.parties().get(4).keys()).hasSize(2).endsWith(KeyFiles.hexOf(publicKey));
    }

    @Test
    void leavesAFolderThatIsNotEmptyAlone() throws IOException {
        Path precious = Files.writeString(temporary.resolve("precious.txt"), "mine");

        assertThatThrownBy(() -> generator.generate(request(4, temporary)))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("is not empty");

        assertThat(temporary).isDirectoryContaining(precious::equals);
        assertThat(temporary.toFile().list()).hasSize(1);
    }

    @Test
    void tellsEveryMistakeOfARequestAndWritesNothing() {
        Path folder = temporary.resolve("cluster");
        Path absent = temporary.resolve("absent.pem");
        List<ExtraKey> keys = List.of(new ExtraKey(99, absent), new ExtraKey(5, absent));
        ClusterRequest request = new ClusterRequest(10, folder, " ", -1, 65_530, keys, NOW);

        assertThatThrownBy(() -> generator.generate(request))
                .isInstanceOfSatisfying(
                        InvalidConfig.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.key())
                                .containsExactly(
                                        "--validators",
                                        "--network-name",
                                        "--key '99=" + absent + "'",
                                        "--key '5=" + absent + "'",
                                        "--peer-port-base",
                                        "--http-port-base"));

        assertThat(folder).doesNotExist();
    }

    @Test
    void refusesPortRangesThatOverlap() {
        ClusterRequest request =
                new ClusterRequest(4, temporary.resolve("cluster"), "Test network", 7101, 7104, List.of(), NOW);

        assertThatThrownBy(() -> generator.generate(request))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("--http-port-base: is 7104");
    }

    @Test
    void saysThatAFolderCannotBeMade() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> generator.generate(request(4, file.resolve("cluster"))))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("--dir: cannot be written");
    }

    private static boolean holdsAPrivateKey(Path file) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).contains("PRIVATE KEY");
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static ClusterRequest request(int validators, Path folder) {
        return request(validators, folder, List.of());
    }

    private static ClusterRequest request(int validators, Path folder, List<ExtraKey> keys) {
        return new ClusterRequest(validators, folder, "Test network", 7101, 8101, keys, NOW);
    }
}
