package org.khazana.node.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Shell commands stand in for the validator: what counts here is how a process is watched, not what it does. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ValidatorProcessTest {
    @TempDir
    private Path folder;

    private final ReadinessProbe probe = new ReadinessProbe();

    @AfterEach
    void closeProbe() {
        probe.close();
    }

    @Test
    void aProcessThatEndsBeforeItIsReadyIsToldWithItsExitCodeAndLastWords() throws IOException {
        ValidatorProcess process = run("echo opening the data folder; echo it is in use >&2; exit 4", closedPort());

        assertThatThrownBy(() -> process.awaitReady(probe, Duration.ofSeconds(30)))
                .isInstanceOfSatisfying(ValidatorFailed.class, failed -> {
                    assertThat(failed.exitCode()).isEqualTo(4);
                    assertThat(failed)
                            .hasMessageContaining("validator-1 ended with exit code 4")
                            .hasMessageContaining("| opening the data folder\n  | it is in use");
                });
    }

    @Test
    void aProcessThatNeverGetsReadyIsGivenUpAfterThePatience() throws IOException {
        ValidatorProcess process = run("exec sleep 60", closedPort());

        assertThatThrownBy(() -> process.awaitReady(probe, Duration.ofMillis(200)))
                .isInstanceOf(ValidatorFailed.class)
                .hasMessageContaining("was not ready")
                .hasMessageContaining("(it wrote nothing)");
        process.kill();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aProcessWhoseHealthAnswersIsReady() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        ValidatorProcess process = run("exec sleep 60", server.getAddress().getPort());

        process.awaitReady(probe, Duration.ofSeconds(30));

        assertThat(process.isAlive()).isTrue();
        process.kill();
        server.stop(0);
    }

    @Test
    void aProcessThatIgnoresTheRequestToStopIsKilled() throws IOException {
        ValidatorProcess process = run("trap '' TERM; while :; do sleep 1; done", closedPort());

        process.requestStop();
        process.awaitStop(Duration.ofSeconds(1));

        assertThat(process.isAlive()).isFalse();
    }

    private ValidatorProcess run(String shell, int port) {
        Path log = folder.resolve("node.log");
        URI url = URI.create("http://127.0.0.1:" + port);
        ValidatorNode node = new ValidatorNode("validator-1", folder.resolve("node.toml"), log, url);
        return ValidatorProcess.start(node, List.of("sh", "-c", shell));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void onlyTheEndOfALongLogIsShown() throws IOException {
        Path log = folder.resolve("long.log");
        Files.writeString(log, "an early line\n".repeat(10_000) + "the last line\n");

        assertThat(LogTail.of(log)).endsWith("| the last line").hasLineCount(12);
    }
}
