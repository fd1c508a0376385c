package org.khazana.node.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.node.Eventually;
import org.khazana.node.command.ExitCode;

/** Files of a validator are damaged while it is down. What it does then is appendix B of our notes on recovery. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DamagedDiskAcceptanceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String VICTIM = "validator-4";

    @TempDir
    private Path folder;

    @Test
    void lostBlocksAreFetchedAgainAndALostVoteIsNeverMadeUp() throws Exception {
        try (TestNetwork network = TestNetwork.running(folder.resolve("network"), 4)) {
            Path data = network.folder().nodeFiles().stream()
                    .filter(node -> node.config().validator().equals(VICTIM))
                    .findFirst()
                    .orElseThrow()
                    .config()
                    .dataFolder();
            Path segment = data.resolve("log").resolve("00000001.segment");
            for (int number = 1; number <= 20; number++) {
                deposit(network, "BEFORE-" + number);
            }

            network.cluster().kill(VICTIM);
            flipOneBit(segment, 8_000);
            recoversAfterRestart(network, "is lost here");

            network.cluster().kill(VICTIM);
            truncate(segment, 12_000);
            recoversAfterRestart(network, "is lost here");

            refusesAnOldCopy(network, data);

            network.cluster().kill(VICTIM);
            Files.delete(data.resolve("vote"));
            Application.Outcome outcome = Application.run(
                    folder,
                    "node",
                    "--config",
                    network.folder().nodeFiles().getLast().file().toString());
            assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(ExitCode.DATA_FOLDER);
            assertThat(outcome.output()).contains("is missing").contains("replaced");
        }
    }

    private static void recoversAfterRestart(TestNetwork network, String sentence) throws Exception {
        deposit(network, "WITHOUT-" + System.nanoTime());
        network.cluster().start(VICTIM);
        network.cluster().awaitReady(VICTIM, PATIENCE);
        long height = deposit(network, "AFTER-" + System.nanoTime());

        Eventually.holds(
                () -> network.client(VICTIM).cluster().appliedHeight() >= height
                        && !network.client(VICTIM).cluster().role().equals("RECOVERING"),
                PATIENCE,
                () -> VICTIM + " does not recover: " + output(network));
        assertThat(output(network))
                .contains(sentence)
                .contains("goes on as RECOVERING")
                .contains("has got back everything it had lost");
        String hash = network.anyOfThem().block(height).orElseThrow().hash();
        assertThat(network.client(VICTIM).block(height).orElseThrow().hash()).isEqualTo(hash);
    }

    /** Nothing in the folder shows that it is an old one; the others know what the validator has signed since. */
    private static void refusesAnOldCopy(TestNetwork network, Path data) throws IOException {
        network.cluster().kill(VICTIM);
        Path copy = data.resolveSibling("copy");
        copy(data, copy);
        restart(network);
        signsSomething(network, data); // the others have heard of it when the record is written once more
        signsSomething(network, data);
        network.cluster().kill(VICTIM);
        Path newest = data.resolveSibling("newest");
        Files.move(data, newest);
        Files.move(copy, data);

        network.cluster().start(VICTIM);

        Eventually.holds(
                () -> !network.cluster().process(VICTIM).isAlive(),
                PATIENCE,
                () -> VICTIM + " goes on with an old copy: " + output(network));
        assertThat(output(network)).contains("an old copy of its data folder was put back");
        Files.move(data, copy);
        Files.move(newest, data);
        restart(network);
        signsSomething(network, data);
        for (String validator : network.validators()) {
            assertThat(network.hasEvidence(validator)).as(validator).isFalse();
        }
    }

    private static void restart(TestNetwork network) {
        try {
            network.cluster().start(VICTIM);
            network.cluster().awaitReady(VICTIM, PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A validator that was away leaves out what the others have certified without it. */
    private static void signsSomething(TestNetwork network, Path data) {
        byte[] before = read(data.resolve("signed"));
        Eventually.holds(
                () -> {
                    deposit(network, "SIGNED-" + System.nanoTime());
                    return !Arrays.equals(read(data.resolve("signed")), before);
                },
                PATIENCE,
                () -> VICTIM + " signs nothing: " + output(network));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static String output(TestNetwork network) {
        return Application.read(network.cluster().process(VICTIM).node().logFile());
    }

    private static long deposit(TestNetwork network, String reference) {
        Operation deposit = new RecordCashDeposit(new AccountId(6001), new AssetCode("PKR"), 100, reference);
        return network.anyOfThem()
                .submit(network.envelope(network.body(2, deposit), "central-bank"), PATIENCE)
                .height();
    }

    private static void flipOneBit(Path file, long position) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, position);
            channel.write(ByteBuffer.allocate(1).put((byte) (one.get(0) ^ 4)).flip(), position);
        }
    }

    private static void truncate(Path file, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }
}
