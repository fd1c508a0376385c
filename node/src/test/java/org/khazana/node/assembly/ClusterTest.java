package org.khazana.node.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.port.BlockSummary;
import org.khazana.api.port.LedgerGateway.Wait;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.node.Eventually;
import org.khazana.node.load.LoadRun;
import org.khazana.node.load.TestMarket;
import org.khazana.storage.DataFolderProblem;

final class ClusterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void fourValidatorsCommitWhatAFollowerTakesInAndGoOnWithoutTheirLeader() throws Exception {
        try (InProcessCluster cluster = new InProcessCluster(folder.resolve("cluster"), 4)) {
            for (String validator : validators(4)) {
                cluster.start(validator);
            }
            String leader = cluster.awaitLeader();
            TestMarket market = new TestMarket(cluster.folder());
            String follower = validators(4).stream()
                    .filter(id -> !id.equals(leader))
                    .findFirst()
                    .orElseThrow();
            try (LedgerClient client = LedgerClient.of(cluster.url(follower))) {
                for (byte[] envelope : market.opening()) {
                    client.submit(envelope, PATIENCE);
                }
                byte[] transfer = market.transfers(1).get(0);
                ReceiptJson first = client.submit(transfer, PATIENCE);
                assertThat(client.submit(transfer, PATIENCE)).isEqualTo(first);
            }

            cluster.stop(leader);

            LoadRun.Outcome load = LoadRun.submit(market.transfers(50), cluster.urls(), 8, PATIENCE);
            assertThat(load.failed()).isEmpty();
            cluster.start(leader);
            assertAllAgree(cluster);
            try (LedgerClient client = LedgerClient.of(cluster.url(leader))) {
                assertThat(load.acknowledged())
                        .hasSize(50)
                        .allSatisfy(each -> assertThat(client.transaction(each.transactionId()))
                                .isPresent());
                assertThat(client.positions(TestMarket.INVESTOR_ACCOUNT)
                                .orElseThrow()
                                .positions())
                        .singleElement()
                        .satisfies(position -> assertThat(position.quantity()).isEqualTo("51"));
            }
            assertThat(cluster.faults()).isEmpty();
        }
    }

    @Test
    void withoutAQuorumSubmissionsAreRefusedSoonAndTakenAgainWhenOneReturns() throws Exception {
        try (InProcessCluster cluster = new InProcessCluster(folder.resolve("cluster"), 2)) {
            for (String validator : validators(2)) {
                cluster.start(validator);
            }
            cluster.awaitLeader();
            TestMarket market = new TestMarket(cluster.folder());
            byte[] envelope = market.opening().get(0);

            cluster.stop("validator-2");

            Node left = cluster.node("validator-1");
            Eventually.holds(
                    "no leader is known",
                    PATIENCE,
                    () -> left.gateway().cluster().leader().isEmpty());
            assertThat(left.gateway()
                            .submit(envelope, Wait.COMMITTED)
                            .toCompletableFuture()
                            .get())
                    .isInstanceOf(SubmissionOutcome.NoLeader.class);
            assertThat(left.gateway().health().reason()).contains("no leader is known: validator-2 ");
            cluster.start("validator-2");
            cluster.awaitLeader();
            assertThat(left.gateway()
                            .submit(envelope, Wait.COMMITTED)
                            .toCompletableFuture()
                            .get())
                    .isInstanceOf(SubmissionOutcome.Committed.class);
        }
    }

    @Test
    void aSecondNodeOnTheSameDataFolderIsRefused() throws Exception {
        try (InProcessCluster cluster = new InProcessCluster(folder.resolve("cluster"), 1)) {
            cluster.start("validator-1");

            assertThatThrownBy(() -> cluster.start("validator-1")).isInstanceOf(DataFolderProblem.class);
        }
    }

    private static void assertAllAgree(InProcessCluster cluster) {
        cluster.awaitLeader();
        Eventually.holds(
                "the same last block everywhere",
                PATIENCE,
                () -> cluster.running().values().stream()
                                .map(node -> node.gateway().latestBlock().map(BlockSummary::hash))
                                .distinct()
                                .count()
                        == 1);
    }

    private static List<String> validators(int count) {
        return Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> "validator-" + i)
                .toList();
    }
}
