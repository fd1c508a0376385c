package org.khazana.node.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.client.ProblemResponse;
import org.khazana.api.port.BlockSummary;
import org.khazana.node.Eventually;
import org.khazana.node.load.LoadRun;
import org.khazana.node.load.TestMarket;

/** Whole validators that forget blocks, and one that comes late. */
final class CatchingUpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BLOCKS_KEPT = 10;

    @TempDir
    private Path folder;

    private InProcessCluster cluster;
    private TestMarket market;

    @BeforeEach
    void makeAClusterThatForgetsSoon() throws Exception {
        cluster = new InProcessCluster(folder.resolve("cluster"), 4);
        cluster.configure("archive = true", "archive = false");
        cluster.configure("blocks-kept = 10000", "blocks-kept = " + BLOCKS_KEPT);
        cluster.configure("snapshot-every-blocks = 10000", "snapshot-every-blocks = 20");
        market = new TestMarket(cluster.folder());
    }

    @Test
    void aValidatorThatWasAwayForTooLongGoesOnFromASnapshotWhileOthersWrite() throws Exception {
        try (InProcessCluster running = cluster) {
            startAll(1, 2, 3, 4);
            String away = aFollowerOf(running.awaitLeader());
            open();
            write(30);
            running.stop(away);
            write(20 * BLOCKS_KEPT);

            running.start(away);
            write(100);

            assertCaughtUpFromASnapshot(away);
            running.stop(away);
            running.start(away);
            write(5);
            assertAllAgree();
            assertSignsAgain(away);
            assertThat(running.faults()).isEmpty();
        }
    }

    @Test
    void aValidatorThatStartsWithNothingGoesOnFromASnapshotAndCanLeadAfterwards() throws Exception {
        try (InProcessCluster running = cluster) {
            startAll(1, 2, 3);
            running.awaitLeader();
            open();
            write(20 * BLOCKS_KEPT);

            running.start("validator-4");
            write(50);

            assertCaughtUpFromASnapshot("validator-4");
            running.stop("validator-1");
            write(30);
            running.start("validator-1");
            assertAllAgree();
            assertThat(running.faults()).isEmpty();
        }
    }

    /** It has seen that the state it took over continues what it had signed: without it there would be too few. */
    private void assertSignsAgain(String late) throws Exception {
        String other = cluster.running().keySet().stream()
                .filter(id -> !id.equals(late) && !id.equals(cluster.awaitLeader()))
                .findFirst()
                .orElseThrow();
        cluster.stop(other);
        cluster.awaitLeader();
        write(3);
        long height = cluster.node(late).gateway().cluster().appliedHeight();
        Eventually.holds(
                "certified by the three that are left, up to " + height,
                PATIENCE,
                () -> cluster.running().values().stream()
                        .allMatch(node -> node.gateway().certifiedHeight() >= height));
        cluster.start(other);
        assertAllAgree();
    }

    private void assertCaughtUpFromASnapshot(String late) throws InterruptedException {
        assertAllAgree();
        long forgotten = cluster.node(late).gateway().forgottenThrough();
        assertThat(forgotten).isGreaterThan(BLOCKS_KEPT);
        Path data = cluster.folder().resolve(late).resolve("data");
        Eventually.holds(
                "nothing is left of the transfer",
                PATIENCE,
                () -> !Files.exists(data.resolve("installing"))
                        && !Files.exists(data.resolve("incoming"))
                        && !Files.exists(data.resolve("state.replaced")));
        try (LedgerClient client = LedgerClient.of(cluster.url(late))) {
            assertThatThrownBy(() -> client.block(forgotten))
                    .isInstanceOf(ProblemResponse.class)
                    .hasMessageContaining("an archive");
            assertThat(client.block(forgotten + 1)).isPresent();
        }
    }

    /** Of a block that all have executed after they had caught up: who took over a state may lack the block before it. */
    private void assertAllAgree() throws InterruptedException {
        cluster.awaitLeader();
        Eventually.holds(
                "the same height everywhere",
                PATIENCE,
                () -> cluster.running().values().stream()
                                .map(node -> node.gateway().cluster().appliedHeight())
                                .distinct()
                                .count()
                        == 1);
        write(1);
        Eventually.holds(
                "the same last block everywhere",
                PATIENCE,
                () -> cluster.running().values().stream()
                                .map(node -> node.gateway().latestBlock().map(BlockSummary::hash))
                                .distinct()
                                .count()
                        == 1);
        List<String> holdings = cluster.urls().stream()
                .map(url -> {
                    try (LedgerClient client = LedgerClient.of(url)) {
                        return client.positions(TestMarket.INVESTOR_ACCOUNT)
                                .orElseThrow()
                                .positions()
                                .toString();
                    }
                })
                .distinct()
                .toList();
        assertThat(holdings).hasSize(1);
    }

    private void open() throws Exception {
        try (LedgerClient client = LedgerClient.of(cluster.urls())) {
            for (byte[] envelope : market.opening()) {
                client.submit(envelope, PATIENCE);
            }
        }
    }

    /** Writes at least half as many blocks. */
    private void write(int transfers) throws InterruptedException {
        LoadRun.Outcome load = LoadRun.submit(market.transfers(transfers), cluster.urls(), 2, PATIENCE);
        assertThat(load.failed()).isEmpty();
    }

    private void startAll(int... numbers) throws Exception {
        for (int number : numbers) {
            cluster.start("validator-" + number);
        }
    }

    private static String aFollowerOf(String leader) {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(number -> "validator-" + number)
                .filter(id -> !id.equals(leader))
                .findFirst()
                .orElseThrow();
    }
}
