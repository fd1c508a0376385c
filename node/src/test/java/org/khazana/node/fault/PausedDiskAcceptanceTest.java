package org.khazana.node.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.node.Eventually;
import org.khazana.node.acceptance.Application;
import org.khazana.node.acceptance.TestNetwork;
import org.khazana.node.supervision.ValidatorProcess;

/** The disk of one of four validators neither works nor fails, for a short while or for good. */
@EnabledIfSystemProperty(named = "acceptance.long", matches = "true", disabledReason = "takes long: -Pfaults")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PausedDiskAcceptanceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MORE = 20;

    @TempDir
    private Path folder;

    @Test
    void theOthersGoOnWhileADiskIsSilentAndAValidatorWhoseDiskStaysSilentStops() throws Exception {
        Optional<String> obstacle = PausedDisk.obstacle();
        assumeTrue(obstacle.isEmpty(), obstacle::toString);
        try (TestNetwork network = TestNetwork.running(folder.resolve("network"), 4)) {
            Observations observations = new Observations();
            TokenMarket market = new TokenMarket(network, observations);
            try (TransferLoad load = new TransferLoad(network, market, observations, market.open(0, 2), 1)) {
                awaitMore(observations);
                aSilenceOfAFollowerIsOutlived(network, observations);
                aLeaderLeavesAndStops(network, observations);
                load.stop(PATIENCE);
            }
            Judgement.of(network, observations).require();
        }
    }

    private void aSilenceOfAFollowerIsOutlived(TestNetwork network, Observations observations) {
        String leader = leader(network);
        String follower = network.validators().stream()
                .filter(validator -> !validator.equals(leader))
                .findFirst()
                .orElseThrow();
        ValidatorProcess process = network.cluster().process(follower);
        PausedDisk disk = PausedDisk.of(process.pid(), folder);
        try {
            awaitMore(observations);
        } finally {
            disk.answerAgain();
        }
        Eventually.holds(follower + " catches up", PATIENCE, () -> {
            long height = network.client(leader).cluster().appliedHeight();
            return network.client(follower).cluster().appliedHeight() >= height;
        });
        assertThat(process.isAlive()).isTrue();
    }

    private void aLeaderLeavesAndStops(TestNetwork network, Observations observations) throws InterruptedException {
        String leader = leader(network);
        ValidatorProcess process = network.cluster().process(leader);
        PausedDisk disk = PausedDisk.of(process.pid(), folder);
        try {
            Eventually.holds(
                    "somebody else leads",
                    PATIENCE,
                    () -> network.validators().stream()
                            .filter(validator -> !validator.equals(leader))
                            .anyMatch(validator ->
                                    network.client(validator).cluster().role().equals("LEADER")));
            assertThat(process.isAlive()).as("it hands over before it stops").isTrue();
            awaitMore(observations);
            Eventually.holds(leader + " stops", PATIENCE, () -> !process.isAlive());
        } finally {
            disk.answerAgain();
        }
        assertThat(Application.read(process.node().logFile()))
                .contains("the disk has not finished a write for")
                .contains("this validator stopped, to be safe");
        network.cluster().start(leader);
        network.cluster().awaitReady(leader, PATIENCE);
        awaitMore(observations);
    }

    private static String leader(TestNetwork network) {
        Eventually.holds(
                "somebody leads", PATIENCE, () -> network.anyOfThem().cluster().leader() != null);
        return String.valueOf(network.anyOfThem().cluster().leader());
    }

    private static void awaitMore(Observations observations) {
        long before = observations.acknowledged();
        Eventually.holds("clients go on", PATIENCE, () -> observations.acknowledged() >= before + MORE);
    }
}
