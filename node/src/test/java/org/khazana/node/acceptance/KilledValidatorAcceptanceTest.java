package org.khazana.node.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.client.ProblemResponse;
import org.khazana.api.json.BlockJson;
import org.khazana.api.json.ReceiptJson;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.node.Eventually;

/**
 * Validators are killed under load, and started again. {@code -Dkill.rounds=N} says how often, {@code -Dkill.leaders=true} that
 * it always hits the leader, {@code -Dseed=S} whom else.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class KilledValidatorAcceptanceTest {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 4);
    private static final boolean LEADERS_ONLY = Boolean.getBoolean("kill.leaders");
    private static final long WRITES_GO_ON_MILLIS = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(4);

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void nothingAcknowledgedIsLostWhicheverValidatorIsKilled() throws InterruptedException {
        System.out.println("seed of the victims: " + seed);
        try (TestNetwork network = TestNetwork.running(folder.resolve("network"), 4)) {
            Map<String, ReceiptJson> acknowledged = killInTurn(network);
            assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
            requireOneChainWith(network, acknowledged);
            requireOneHistorySigned(network);

            stopAndResumeWrites(network);
        }
    }

    private Map<String, ReceiptJson> killInTurn(TestNetwork network) throws InterruptedException {
        Random random = new Random(seed);
        List<Long> waits = new ArrayList<>();
        try (DepositLoad load = new DepositLoad(network)) {
            load.millisUntilNextWrite(System.nanoTime(), PATIENCE);
            for (int round = 0; round < ROUNDS; round++) {
                String victim = LEADERS_ONLY || round % 2 == 0
                        ? leader(network)
                        : network.validators()
                                .get(random.nextInt(network.validators().size()));
                long killedNanos = System.nanoTime();
                network.cluster().kill(victim);
                waits.add(load.millisUntilNextWrite(killedNanos, PATIENCE));
                System.out.println("round " + (round + 1) + ": " + victim + " killed, next write after "
                        + waits.getLast() + " ms, " + load.acknowledged().size() + " acknowledged so far");
                network.cluster().start(victim);
                network.cluster().awaitReady(victim, PATIENCE);
            }
            System.out.println("milliseconds to the next acknowledged write: " + distribution(waits));
            assertThat(waits).allSatisfy(millis -> assertThat(millis).isLessThan(WRITES_GO_ON_MILLIS));
            load.stop();
            assertThat(load.refusals()).isEmpty();
            return load.acknowledged();
        }
    }

    private static String distribution(List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        return "p50 %s, p90 %s, p99 %s, max %s, of %s kills%s"
                .formatted(
                        percentile(sorted, 50),
                        percentile(sorted, 90),
                        percentile(sorted, 99),
                        sorted.getLast(),
                        sorted.size(),
                        LEADERS_ONLY ? " of the leader" : "");
    }

    /** The smallest that {@code percent} of them do not exceed. */
    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    /** Every acknowledged transaction is in the block of its receipt, and all four have the same blocks. */
    private static void requireOneChainWith(TestNetwork network, Map<String, ReceiptJson> acknowledged) {
        long height = acknowledged.values().stream()
                .mapToLong(ReceiptJson::height)
                .max()
                .orElseThrow();
        Set<String> hashes = new HashSet<>();
        for (String validator : network.validators()) {
            Eventually.holds(
                    () -> network.client(validator).cluster().appliedHeight() >= height,
                    PATIENCE,
                    () -> validator + " does not catch up");
            hashes.add(network.client(validator).block(height).orElseThrow().hash());
        }
        assertThat(hashes).hasSize(1);
        Map<String, Long> heights = new HashMap<>();
        LongStream.rangeClosed(1, height).forEach(at -> {
            BlockJson block = network.anyOfThem().block(at).orElseThrow();
            // One that was sent again may stand in a later block too, where it does nothing: the first one counts.
            block.transactions().forEach(id -> heights.putIfAbsent(id, at));
        });
        assertThat(acknowledged.values())
                .allSatisfy(receipt -> assertThat(heights).containsEntry(receipt.transactionId(), receipt.height()));
        requireSameReceipts(network, acknowledged);
    }

    /** Each was killed somewhere between executing, noting what it signs, and sending it: nobody has ever signed two heads. */
    private static void requireOneHistorySigned(TestNetwork network) {
        long height = network.anyOfThem().cluster().appliedHeight();
        for (String validator : network.validators()) {
            Eventually.holds(
                    () -> network.client(validator).cluster().certifiedHeight() >= height,
                    PATIENCE,
                    () -> validator + " has no certificate of block " + height);
            assertThat(network.hasEvidence(validator)).as(validator).isFalse();
        }
    }

    /** A part of the receipts is asked of every validator: their blocks were found to be the same already. */
    private static void requireSameReceipts(TestNetwork network, Map<String, ReceiptJson> acknowledged) {
        List<ReceiptJson> receipts = acknowledged.values().stream().limit(200).toList();
        for (String validator : network.validators()) {
            assertThat(receipts)
                    .allSatisfy(receipt -> assertThat(network.client(validator)
                                    .transaction(receipt.transactionId())
                                    .orElseThrow()
                                    .receipt())
                            .isEqualTo(receipt));
        }
    }

    private static void stopAndResumeWrites(TestNetwork network) throws InterruptedException {
        List<String> killed = network.validators().subList(0, 2);
        String survivor = network.validators().getLast();
        killed.forEach(network.cluster()::kill);
        byte[] envelope = deposit(network);

        Eventually.holds(
                () -> !network.client(survivor).ready(), PATIENCE, () -> survivor + " says that it is ready, alone");
        assertThatThrownBy(() -> network.client(survivor).submit(envelope, SHORT_PATIENCE))
                .isInstanceOfSatisfying(
                        ProblemResponse.class,
                        problem -> assertThat(problem.status()).isEqualTo(503));

        network.cluster().start(killed.getFirst());
        network.cluster().awaitReady(killed.getFirst(), PATIENCE);
        ReceiptJson receipt = network.client(survivor).submit(envelope, PATIENCE);
        assertThat(receipt.result()).isEqualTo(ReceiptJson.DONE);
    }

    private static byte[] deposit(TestNetwork network) {
        Operation deposit = new RecordCashDeposit(new AccountId(6001), new AssetCode("PKR"), 100, "AFTER-THE-LOAD");
        return network.envelope(network.body(2, deposit), "central-bank");
    }

    private static String leader(TestNetwork network) {
        List<String> leaders = new ArrayList<>();
        Eventually.holds(
                () -> {
                    String leader = network.anyOfThem().cluster().leader();
                    if (leader != null) {
                        leaders.add(leader);
                    }
                    return leader != null;
                },
                PATIENCE,
                () -> "nobody leads");
        return leaders.getFirst();
    }
}
