package org.khazana.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.config.TestCluster.problemsOf;
import static org.khazana.config.TestCluster.replace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.config.TestCluster;

class CheckedNodeTest {
    @TempDir
    Path temporary;

    private TestCluster cluster;

    @BeforeEach
    void makeACluster() {
        cluster = TestCluster.generateIn(temporary.resolve("cluster"));
    }

    @Test
    void tellsTheMistakesOfNodeFileGenesisAndKeysTogether() throws IOException {
        replace(cluster.nodeFile(1), "port = 8101", "port = 99999");
        replace(cluster.nodeFile(1), "heartbeat-millis = 50", "heartbeat-millis = 500");
        replace(cluster.genesisFile(), "\"code\": \"PKR\"", "\"code\": \"pkr\"");
        replace(cluster.genesisFile(), "\"owner\": 5", "\"owner\": 55");
        Files.writeString(cluster.fileOf(1, "tls-key.pem"), "");

        assertThat(problemsOf(this::read))
                .hasSize(5)
                .anyMatch(problem -> problem.startsWith("http-listener.port"))
                .anyMatch(problem -> problem.startsWith("timing.election-timeout-millis"))
                .anyMatch(problem -> problem.startsWith("currencies[0].code"))
                .anyMatch(problem -> problem.startsWith("accounts[2].owner"))
                .anyMatch(problem -> problem.startsWith("tls.key"));
    }

    @Test
    void aNodeThatTheGenesisDoesNotListMayJoinWithKeysAndPeersOfItsOwn() {
        joinAs("validator-7");
        replace(cluster.nodeFile(1), "validator = \"validator-4\"", "validator = \"validator-8\"");

        assertThat(read().config().validator()).isEqualTo("validator-7");
    }

    @Test
    void aNodeThatJoinsNeedsAPeerAndKeysThatBelongTogether() throws IOException {
        joinAs("validator-7");
        String text = Files.readString(cluster.nodeFile(1));
        Files.writeString(cluster.nodeFile(1), text.substring(0, text.indexOf("[[peers]]")));
        Files.copy(
                cluster.fileOf(2, "tls-key.pem"),
                cluster.fileOf(1, "tls-key.pem"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(problemsOf(this::read))
                .containsExactlyInAnyOrder(
                        "peers: is empty; allowed: some validators of the network, as the genesis does not list this one",
                        "tls.key: does not belong to tls.certificate; allowed: the private key of that certificate");
    }

    @Test
    void aFounderKeepsTheKeysOfTheGenesis() throws IOException {
        for (String file : List.of("tls-key.pem", "tls-cert.pem", "signing-key.pem")) {
            Files.copy(cluster.fileOf(2, file), cluster.fileOf(1, file), StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(problemsOf(this::read))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("tls.certificate: has a key with SHA-256"))
                .anyMatch(problem -> problem.startsWith("signing-key: has the public key"));
    }

    /** The first node becomes another one, with the keys that it has. */
    private void joinAs(String id) {
        replace(cluster.nodeFile(1), "validator = \"validator-1\"", "validator = \"" + id + "\"");
    }

    @Test
    void namesThePeersThatAreMissing() throws IOException {
        String text = Files.readString(cluster.nodeFile(1));
        Files.writeString(cluster.nodeFile(1), text.substring(0, text.lastIndexOf("[[peers]]")));

        assertThat(problemsOf(this::read))
                .containsExactly(
                        "peers: lacks validator-4; allowed: each of validator-2, validator-3, validator-4 once");
    }

    @Test
    void namesAGenesisThatIsNotThere() throws IOException {
        Files.delete(cluster.genesisFile());

        List<String> problems = problemsOf(this::read);

        assertThat(problems).containsExactly("the file: does not exist; allowed: a file");
    }

    private CheckedNode read() {
        return CheckedNode.read(cluster.nodeFile(1), TestCluster.NOW);
    }
}
