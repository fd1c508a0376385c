package org.khazana.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.config.TestCluster.problemsOf;
import static org.khazana.config.TestCluster.replace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.config.TestCluster;

class ClusterFolderTest {
    @TempDir
    Path temporary;

    private TestCluster cluster;

    @BeforeEach
    void makeACluster() {
        cluster = TestCluster.generateIn(temporary.resolve("cluster"));
    }

    @Test
    void acceptsWhatWasGenerated() {
        assertThat(cluster.check().nodeFiles())
                .extracting(node -> node.config().validator())
                .containsExactly("validator-1", "validator-2", "validator-3", "validator-4");
    }

    @Test
    void tellsFiveMistakesInFiveFilesAtOnce() throws IOException {
        replace(cluster.genesisFile(), "\"minorDigits\": 2", "\"minorDigits\": 9");
        replace(cluster.nodeFile(1), "port = 8101", "port = -8101");
        replace(cluster.nodeFile(2), "validator = \"validator-3\"", "validator = \"validator-9\"");
        Files.delete(cluster.fileOf(3, "signing-key.pem"));
        swap(cluster.fileOf(4, "tls-cert.pem"), cluster.fileOf(3, "tls-cert.pem"));

        List<String> problems = problemsOf(cluster::check);

        assertThat(problems)
                .anyMatch(problem -> problem.startsWith("currencies[0].minorDigits"))
                .anyMatch(problem -> problem.startsWith("http-listener.port: is the number -8101"))
                .anyMatch(problem -> problem.startsWith("peers[1].validator: 'validator-9' is no validator"))
                .anyMatch(problem -> problem.startsWith("signing-key") && problem.contains("does not exist"));
        assertThat(problems).filteredOn(problem -> problem.startsWith("tls.")).hasSize(4);
        assertThat(problems).hasSize(8);
    }

    @Test
    void aClusterFolderHasTheFoundersAndNobodyElse() {
        replace(cluster.nodeFile(1), "validator = \"validator-1\"", "validator = \"validator-7\"");

        assertThat(problemsOf(cluster::check))
                .containsExactlyInAnyOrder(
                        "validator: 'validator-7' is no validator of the genesis; allowed: one of validator-1,"
                                + " validator-2, validator-3, validator-4",
                        "validators[0].id: 'validator-1' has no node.toml here; allowed: one for each validator");
    }

    @Test
    void namesASwappedCertificate() throws IOException {
        Files.copy(
                cluster.fileOf(3, "tls-cert.pem"),
                cluster.fileOf(2, "tls-cert.pem"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(problemsOf(cluster::check))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("tls.certificate: has a key with SHA-256 "))
                .anyMatch(problem -> problem.startsWith("tls.key: does not belong to tls.certificate"));
    }

    @Test
    void namesAWrongSigningKey() throws IOException {
        Files.copy(
                cluster.folder().resolve("parties/dealer.pem"),
                cluster.fileOf(2, "signing-key.pem"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(problemsOf(cluster::check))
                .singleElement()
                .asString()
                .startsWith("signing-key: has the public key ");
    }

    @Test
    void namesAWrongHashInTheGenesis() throws IOException {
        String hash =
                cluster.check().genesisFile().genesis().validators().get(2).tlsKeySha256();
        replace(cluster.genesisFile(), hash, "0".repeat(64));

        assertThat(problemsOf(cluster::check))
                .anyMatch(problem -> problem.startsWith("tls.certificate: has a key with SHA-256 " + hash))
                .anyMatch(problem -> problem.startsWith("tls.trusted: lacks the certificate of validator-3"))
                .hasSize(5);
    }

    @Test
    void namesAKeyFileThatIsSomethingElse() throws IOException {
        Files.writeString(cluster.fileOf(1, "tls-key.pem"), "not a key");
        Files.writeString(cluster.fileOf(2, "tls-cert.pem"), "not a certificate");

        assertThat(problemsOf(cluster::check))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("tls.key") && problem.contains("holds no PEM"))
                .anyMatch(problem -> problem.startsWith("tls.certificate"));
    }

    @Test
    void namesAPrivateKeyThatEverybodyMayRead() throws IOException {
        Files.setPosixFilePermissions(
                cluster.fileOf(1, "signing-key.pem"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(problemsOf(cluster::check))
                .singleElement()
                .asString()
                .contains("signing-key", "can be read by every user", "chmod 600");
    }

    @Test
    void namesAnExpiredCertificate() {
        assertThat(problemsOf(() -> ClusterFolder.check(
                        cluster.folder(), KeyFileCheck.FULL, TestCluster.NOW.plus(Duration.ofDays(3660)))))
                .hasSize(4)
                .allMatch(problem -> problem.startsWith("tls.certificate: is valid from "));
    }

    @Test
    void namesAMissingValidatorAndOneThatIsThereTwice() throws IOException {
        Files.delete(cluster.nodeFile(3));
        Files.createDirectory(cluster.folder().resolve("validator-5"));
        Files.copy(cluster.nodeFile(2), cluster.nodeFile(5));

        assertThat(problemsOf(cluster::check))
                .anyMatch(problem -> problem.startsWith("validators[2].id: 'validator-3' has no node.toml"))
                .anyMatch(problem -> problem.startsWith("validator: 'validator-2' is also in "));
    }

    @Test
    void namesPortsAndFoldersUsedTwice() {
        replace(cluster.nodeFile(3), "port = 8103", "port = 8102");
        replace(cluster.nodeFile(4), "data = \"data\"", "data = \"../validator-1/data\"");

        assertThat(problemsOf(cluster::check))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("http-listener.port: is 8102, as in "))
                .anyMatch(problem -> problem.startsWith("data: ") && problem.contains("is also that of validator-1"));
    }

    @Test
    void namesAPeerThatListensElsewhere() {
        replace(cluster.nodeFile(1), "port = 7103", "port = 7109");

        assertThat(problemsOf(cluster::check))
                .containsExactly("peers[1].port: is 7109, but validator-3 listens on 7103; allowed: 7103");
    }

    @Test
    void namesTwoNodesOfDifferentNetworks() throws IOException {
        Files.copy(cluster.genesisFile(), cluster.folder().resolve("other.json"));
        replace(cluster.nodeFile(2), "../genesis.json", "../other.json");

        assertThat(problemsOf(cluster::check)).singleElement().asString().startsWith("genesis: is ");
    }

    @Test
    void saysThatAFolderIsNoCluster() {
        assertThat(problemsOf(() -> ClusterFolder.check(temporary.resolve("nowhere"))))
                .singleElement()
                .asString()
                .contains("does not exist");
    }

    private static void swap(Path one, Path other) throws IOException {
        byte[] bytes = Files.readAllBytes(one);
        Files.write(one, Files.readAllBytes(other));
        Files.write(other, bytes);
    }
}
