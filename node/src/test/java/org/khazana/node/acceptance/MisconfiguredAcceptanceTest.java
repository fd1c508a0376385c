package org.khazana.node.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khazana.config.NodeConfig;
import org.khazana.config.check.ClusterFolder;
import org.khazana.node.command.ExitCode;

/** What an operator can get wrong: each is told in a sentence that says what is wrong and what to do. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class MisconfiguredAcceptanceTest {
    @TempDir
    private Path folder;

    @Test
    void clusterUpNamesThePortThatIsTakenAndStartsNothing() throws IOException {
        try (TestNetwork network = TestNetwork.found(folder.resolve("network"), 2);
                ServerSocket taken = new ServerSocket()) {
            NodeConfig.Listener http =
                    network.folder().nodeFiles().get(1).config().httpListener();
            taken.bind(new InetSocketAddress(http.host(), http.port()));

            Application.Outcome up = Application.run(folder, "cluster", "up", "--dir", path(network));

            assertThat(up.exitCode()).isEqualTo(ExitCode.PORT_IN_USE);
            assertThat(up.output())
                    .contains("nothing was started")
                    .contains("validator-2 cannot listen on " + http.host() + ":" + http.port() + " for HTTP")
                    .contains("ss -ltnp")
                    .contains("node.toml");
        }
    }

    @Test
    void aSecondNodeOnTheSameDataFolderIsRefused() throws IOException {
        try (TestNetwork network = TestNetwork.running(folder.resolve("network"), 1)) {
            Path otherPorts = Path.of(config(network)).resolveSibling("other-ports.toml");
            Files.writeString(
                    otherPorts,
                    Files.readString(Path.of(config(network)))
                            .replaceFirst("(?m)^port *=.*$", "port = " + freePort())
                            .replaceFirst("(?m)^(\\[http-listener\\]\nhost.*\nport) *=.*$", "$1 = " + freePort()));

            Application.Outcome second = Application.run(folder, "node", "--config", otherPorts.toString());

            assertThat(second.exitCode()).as(second.output()).isEqualTo(ExitCode.DATA_FOLDER);
            assertThat(second.output()).contains("in use");
            assertThat(network.anyOfThem().ready()).isTrue();
        }
    }

    @Test
    void aNodeWithAnotherGenesisThanItsDataIsRefused() throws IOException {
        try (TestNetwork network = TestNetwork.running(folder.resolve("network"), 1)) {
            network.cluster().close();
            Path genesis = network.folder().folder().resolve(ClusterFolder.GENESIS_FILE);
            Files.writeString(genesis, Files.readString(genesis).replace("acceptance", "another"));

            Application.Outcome other = runNode(network);

            assertThat(other.exitCode()).isEqualTo(ExitCode.DATA_FOLDER);
            assertThat(other.output()).contains("belongs to the network").contains("use the genesis file");
        }
    }

    /**
     * A limit on the size of files, in blocks of 512 bytes, stands in for a full disk, which needs a disk to fill: the first
     * is too small for what is unpacked among the temporary files, the second for a segment of the log.
     */
    @ParameterizedTest
    @CsvSource({
        "64,     needs a temporary folder with 100 MiB of free space",
        "65536,  see to it that the disk has room and that the folder may be written to"
    })
    void aNodeThatFindsNoRoomSaysWhere(int blocksMax, String advice) {
        try (TestNetwork network = TestNetwork.found(folder.resolve("network"), 1)) {
            String limited = "ulimit -f " + blocksMax + "; exec \"$0\" \"$@\"";

            Application.Outcome full = Application.run(
                    folder, List.of("sh", "-c", limited, launcher(), "node", "--config", config(network)));

            assertThat(full.exitCode()).as(full.output()).isEqualTo(ExitCode.DATA_FOLDER);
            assertThat(full.output()).contains(advice).contains("too large");
        }
    }

    @Test
    void allMistakesOfAConfigurationAreToldAtOnce() throws IOException {
        try (TestNetwork network = TestNetwork.found(folder.resolve("network"), 1)) {
            Path file = Path.of(config(network));
            Files.writeString(
                    file,
                    Files.readString(file)
                                    .replaceAll("(?m)^validator *=.*$", "validator = \"nobody\"")
                                    .replaceAll("(?m)^data *=.*$", "data = 7")
                                    .replaceAll("(?m)^port *=.*$", "port = 99999")
                                    .replaceAll("(?m)^heartbeat-millis *=.*$", "heartbeat-millis = -1")
                            + "\n[surprise]\nkey = 1\n");

            Application.Outcome node = runNode(network);

            assertThat(node.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
            assertThat(node.output().lines().filter(line -> line.contains("; allowed: ")))
                    .hasSizeGreaterThanOrEqualTo(5);
        }
    }

    private Application.Outcome runNode(TestNetwork network) {
        return Application.run(folder, "node", "--config", config(network));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String launcher() {
        return Application.program().words().getFirst();
    }

    private static String path(TestNetwork network) {
        return network.folder().folder().toString();
    }

    private static String config(TestNetwork network) {
        return network.folder().nodeFiles().getFirst().file().toString();
    }
}
