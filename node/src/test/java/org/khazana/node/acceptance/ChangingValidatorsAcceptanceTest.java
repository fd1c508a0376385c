package org.khazana.node.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.json.ClusterJson;
import org.khazana.api.json.ReceiptJson;
import org.khazana.node.Eventually;
import org.khazana.node.command.ExitCode;
import org.khazana.node.supervision.LocalCluster;

/** Validators come, vote, lose their disks and go, by decision of the governors, while clients go on writing. */
@EnabledIfSystemProperty(named = "acceptance.long", matches = "true", disabledReason = "takes long: -Pfaults")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ChangingValidatorsAcceptanceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Nine Java programs share the processors with the load here: this says that nothing stands still, not how fast it is. */
    private static final long WRITES_GO_ON_MILLIS = 15_000;

    private static final int ATTEMPTS_MAX = 5;
    private static final String REPLACED = "validator-2";
    private static final String REMOVED = "validator-3";

    @TempDir
    private Path folder;

    @Test
    void validatorsAreAddedPromotedReplacedAndRemovedWhileWritesGoOn() throws Exception {
        try (TestNetwork network = TestNetwork.running(folder.resolve("network"), 4);
                DepositLoad load = new DepositLoad(network)) {
            load.millisUntilNextWrite(System.nanoTime(), PATIENCE);
            load.takeLongestPauseMillis();
            Newcomer newcomer = Newcomer.make(network, "validator-5", freePort(), freePort());
            try (LocalCluster joining = new LocalCluster(List.of(newcomer.node()), Application.program(), () -> {});
                    LedgerClient client = LedgerClient.of(newcomer.node().url()).locally()) {
                add(network, newcomer, joining);
                tellPause(load, "added");
                promote(network);
                tellPause(load, "promoted");
                replace(network);
                tellPause(load, "replaced");
                remove(network);
                tellPause(load, "removed");

                load.stop();
                assertThat(load.refusals()).isEmpty();
                requireSameChain(
                        network, client, List.copyOf(load.acknowledged().values()));
            }
        }
    }

    private void add(TestNetwork network, Newcomer newcomer, LocalCluster joining) throws Exception {
        String directory = format(newcomer.node().configFile());
        decide(
                network,
                "add",
                "--id=" + newcomer.id(),
                "--directory=" + directory,
                "--organisation=Custodian Three",
                "--group=CUSTODIAN",
                "--tls-cert=" + newcomer.folder().resolve("tls-cert.pem"),
                "--signing-key=" + newcomer.folder().resolve("signing-key.pub.pem"),
                "--address=127.0.0.1:" + newcomer.peerPort());
        joining.start(newcomer.id());
        awaitDuty(network, newcomer.id(), "OBSERVER");
        joining.awaitReady(newcomer.id(), PATIENCE);
    }

    private void promote(TestNetwork network) {
        decide(network, "promote", "--id=validator-5");
        awaitDuty(network, "validator-5", "VOTER");
    }

    /** Its disk is gone: it refuses to run on an empty one, and takes part again with a new one. */
    private void replace(TestNetwork network) throws Exception {
        network.cluster().kill(REPLACED);
        Path config = network.cluster().process(REPLACED).node().configFile();
        wipe(config.resolveSibling("data"));
        Application.Outcome refused = Application.run(folder, "node", "--config", config.toString());
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(ExitCode.DATA_FOLDER);
        assertThat(refused.output()).contains("lost or wiped").contains("khazana node format");

        decide(network, "replace", "--id=" + REPLACED, "--directory=" + format(config));
        network.cluster().start(REPLACED);
        awaitDuty(network, REPLACED, "VOTER");
        network.cluster().awaitReady(REPLACED, PATIENCE);
    }

    private void remove(TestNetwork network) {
        decide(network, "remove", "--id=" + REMOVED);
        Eventually.holds(
                () -> {
                    ClusterJson cluster = network.anyOfThem().cluster();
                    return cluster.settled()
                            && cluster.validators().stream()
                                    .noneMatch(validator -> validator.id().equals(REMOVED));
                },
                PATIENCE,
                () -> REMOVED + " still takes part: " + network.anyOfThem().cluster());
        network.cluster().kill(REMOVED);
    }

    /** As an operator's shell does it: prepared, signed by both governors, submitted. */
    private void decide(TestNetwork network, String change, String... options) {
        String khazana = String.join(" ", Application.program().with(List.of()));
        String url = "--url=" + network.url("validator-1");
        List<String> quoted =
                Stream.of(options).map(option -> "'" + option + "'").toList();
        String pipe =
                khazana + " tx prepare validators " + change + " --sender=1 " + url + " " + String.join(" ", quoted)
                        + " | " + khazana + " tx sign --key=" + network.keyFile("ministry")
                        + " | " + khazana + " tx sign --key=" + network.keyFile("central-bank")
                        + " | " + khazana + " tx submit " + url;
        Application.Outcome outcome = Application.run(folder, List.of("bash", "-o", "pipefail", "-c", pipe));
        for (int again = 0; outcome.output().contains("NO_LEADER") && again < ATTEMPTS_MAX; again++) {
            outcome = Application.run(folder, List.of("bash", "-o", "pipefail", "-c", pipe));
        }
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    private String format(Path config) {
        Application.Outcome outcome = Application.run(folder, "node", "format", "--config", config.toString());
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output().strip()).matches("[0-9a-f]{8}");
        return outcome.output().strip();
    }

    /** Until the governors' decision is carried out, as every one of those that take part will say. */
    private static void awaitDuty(TestNetwork network, String validator, String duty) {
        Eventually.holds(
                () -> {
                    ClusterJson cluster = network.client("validator-1").cluster();
                    return cluster.settled()
                            && cluster.validators().stream()
                                    .anyMatch(each -> each.id().equals(validator)
                                            && each.duty().equals(duty));
                },
                PATIENCE,
                () -> validator + " is not " + duty + ": "
                        + network.client("validator-1").cluster());
    }

    private static void tellPause(DepositLoad load, String change) {
        long millis = load.takeLongestPauseMillis();
        System.out.println(change + ": longest time without an acknowledged write " + millis + " ms");
        assertThat(millis).isLessThan(WRITES_GO_ON_MILLIS);
    }

    private static void requireSameChain(TestNetwork network, LedgerClient newcomer, List<ReceiptJson> acknowledged) {
        assertThat(acknowledged).hasSizeGreaterThan(20);
        long height = acknowledged.stream().mapToLong(ReceiptJson::height).max().orElseThrow();
        List<LedgerClient> all = new ArrayList<>(List.of(newcomer));
        Stream.of("validator-1", REPLACED, "validator-4").map(network::client).forEach(all::add);
        for (LedgerClient client : all) {
            Eventually.holds(() -> client.cluster().appliedHeight() >= height, PATIENCE, () -> "somebody lags behind");
        }
        assertThat(all.stream()
                        .map(client -> client.block(height).orElseThrow().hash())
                        .distinct())
                .hasSize(1);
        assertThat(acknowledged)
                .allSatisfy(receipt -> assertThat(newcomer.transaction(receipt.transactionId())
                                .orElseThrow()
                                .receipt())
                        .isEqualTo(receipt));
    }

    private static void wipe(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
