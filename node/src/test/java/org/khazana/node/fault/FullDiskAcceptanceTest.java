package org.khazana.node.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.config.check.ClusterFolder;
import org.khazana.node.Eventually;
import org.khazana.node.acceptance.Application;
import org.khazana.node.acceptance.TestNetwork;
import org.khazana.node.command.ExitCode;

/** The disk of one of four validators is full to the last byte: the others go on, and it comes back when there is room. */
@EnabledIfSystemProperty(named = "acceptance.long", matches = "true", disabledReason = "takes long: -Pfaults")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FullDiskAcceptanceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String VICTIM = "validator-4";
    private static final int MORE = 20;

    @TempDir
    private Path folder;

    @Test
    void aValidatorWithAFullDiskStopsAndNothingThatItAcknowledgedIsLost() throws Exception {
        String obstacle = SmallDisk.obstacle(folder);
        assumeTrue(obstacle.isEmpty(), obstacle);
        try (TestNetwork network = TestNetwork.found(folder.resolve("network"), 4)) {
            network.validators().subList(0, 3).forEach(network.cluster()::start);
            ClusterFolder.NodeFileOf victim = network.folder().nodeFiles().getLast();
            Path output = folder.resolve("victim.txt");
            Process process = SmallDisk.start(output, victim.config().dataFolder(), again(victim));
            try {
                Eventually.holds(
                        VICTIM + " is ready",
                        PATIENCE,
                        () -> network.client(VICTIM).ready());
                fillAndMakeRoom(
                        network, SmallDisk.seenBy(process, victim.config().dataFolder()), output);
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "; its output:\n" + Application.read(output), e);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        }
    }

    private void fillAndMakeRoom(TestNetwork network, Path data, Path output) throws Exception {
        Observations observations = new Observations();
        TokenMarket market = new TokenMarket(network, observations);
        try (TransferLoad load = new TransferLoad(network, market, observations, market.open(0, 2), 1)) {
            awaitMore(observations);

            SmallDisk.fill(data);
            Eventually.holds(
                    "a full disk ends " + VICTIM,
                    PATIENCE,
                    () -> Application.read(output).contains("the second time"));
            assertThat(Application.read(output))
                    .contains("ended with " + ExitCode.FATAL_FAULT)
                    .contains("this validator stopped, to be safe")
                    .containsIgnoringCase("no space left")
                    .contains("make room")
                    .contains("ended with " + ExitCode.DATA_FOLDER + " the second time");
            awaitMore(observations);

            Files.createFile(folder.resolve("again"));
            Eventually.holds(
                    VICTIM + " is back", PATIENCE, () -> network.client(VICTIM).ready());
            awaitMore(observations);
            load.stop(PATIENCE);
        }
        Judgement.of(network, observations).require();
    }

    private static void awaitMore(Observations observations) {
        long before = observations.acknowledged();
        Eventually.holds("clients go on", PATIENCE, () -> observations.acknowledged() >= before + MORE);
    }

    /**
     * Runs the validator on the small disk until it ends, and once more, at once; then, as soon as it is asked for, makes room
     * and runs it again.
     */
    private List<String> again(ClusterFolder.NodeFileOf victim) {
        String script = "\"$1\" node --config \"$2\" --exit-with-parent=$3; echo \"ended with $?\"; "
                + "\"$1\" node --config \"$2\" --exit-with-parent=$3; echo \"ended with $? the second time\"; "
                + "while [ ! -e \"$4\" ]; do sleep 0.1; done; rm \"$5\"; "
                + "exec \"$1\" node --config \"$2\" --exit-with-parent=$3";
        return List.of(
                "sh",
                "-c",
                script,
                "again",
                Application.program().words().getFirst(),
                victim.file().toString(),
                String.valueOf(ProcessHandle.current().pid()),
                folder.resolve("again").toString(),
                victim.config().dataFolder().resolve(SmallDisk.FILLER).toString());
    }
}
