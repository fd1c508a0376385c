package org.khazana.node.fault;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.json.AccountJson.PositionsJson;
import org.khazana.api.json.ReceiptJson;
import org.khazana.ledger.id.AssetCode;
import org.khazana.node.Eventually;
import org.khazana.simulation.linearizability.AccountAction;

/**
 * Four real validators under faults drawn from a seed, while clients trade; afterwards what the clients were told is judged.
 * {@code -Dfaults.seconds=N} or {@code -Dfaults.minutes=N} says for how long, {@code -Dseed=S} which faults.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 26, unit = TimeUnit.HOURS)
class FaultRunAcceptanceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long SECONDS = Long.getLong("faults.minutes", 0) * 60 + Long.getLong("faults.seconds", 0);
    private static final Duration DURATION = Duration.ofSeconds(SECONDS > 0 ? SECONDS : 12);
    /** Longer histories are judged in parts that are easy to search. */
    private static final Duration ROUND = Duration.ofSeconds(60);

    private static final int BILLS = 3;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final List<FaultyNetwork> running = new ArrayList<>();
    private final List<BlockScribe> scribes = new ArrayList<>();

    @BeforeAll
    void start(@TempDir Path folder) throws InterruptedException {
        running.add(FaultyNetwork.running(folder.resolve("network"), 4));
        scribes.add(new BlockScribe(running.getFirst().network()));
    }

    @AfterAll
    void stop() {
        scribes.forEach(BlockScribe::close);
        running.forEach(FaultyNetwork::close);
    }

    /** Proves that the judge is not blind: what it complains of here would be a wrong answer, had it been a usual read. */
    @Test
    @Order(1)
    void aStaleReadIsReportedAndTheUsualReadIsNeverStale() throws InterruptedException {
        FaultyNetwork network = running.getFirst();
        Observations observations = new Observations();
        TokenMarket market = new TokenMarket(network.network(), observations);
        AssetCode bill = market.open(0, 1).getFirst();
        String leader = network.leader().orElseThrow();
        String deaf = network.validators().stream()
                .filter(validator -> !validator.equals(leader))
                .findFirst()
                .orElseThrow();
        try (ValidatorDesk atLeader = new ValidatorDesk(network.network().url(leader));
                ValidatorDesk atDeaf = new ValidatorDesk(network.network().url(deaf))) {
            long height = network.network().client(leader).cluster().appliedHeight();
            Eventually.holds(
                    deaf + " has executed block " + height,
                    PATIENCE,
                    () -> network.network().client(deaf).cluster().appliedHeight() >= height);
            network.validators().stream()
                    .filter(validator -> !validator.equals(deaf))
                    .forEach(validator -> network.mesh().set(validator, deaf, Weather.HELD));
            TokenMarket.Signed transfer = market.transfer(bill, Purse.DEALER, Purse.CHEN, 10);
            long call = observations.submits("trader", transfer.id(), transfer.action());
            observations.gotReceipt(call, submit(atLeader, transfer));

            boolean usualReadAnswers =
                    atDeaf.positions(Purse.CHEN.account().number(), false).isPresent();
            read(observations, bill, atDeaf.positions(Purse.CHEN.account().number(), true));
            network.heal(PATIENCE);
            Judgement stale = judgement(network, observations);

            assertThat(usualReadAnswers).isFalse();
            assertThat(stale.complaints())
                    .hasSize(1)
                    .first(as(STRING))
                    .contains("none of these can come next", "reader");
            System.out.println("as it must be, a stale read is reported: "
                    + stale.complaints().getFirst());
        }
    }

    private static ReceiptJson submit(ValidatorDesk desk, TokenMarket.Signed signed) {
        return desk.submit(signed.envelope()) instanceof ValidatorDesk.Answer.Committed committed
                ? committed.receipt()
                : fail("not committed");
    }

    private static void read(Observations observations, AssetCode bill, Optional<PositionsJson> told) {
        AccountAction.Read action = new AccountAction.Read(bill.text(), Purse.CHEN.name());
        long call = observations.reads("reader", action);
        long quantity = TokenMarket.quantityOf(bill.text(), told.orElseThrow().positions().stream());
        observations.sawBalance(
                call, new Observations.Seen("reader", action, told.orElseThrow().height(), quantity));
    }

    @Test
    @Order(2)
    void clientsOfANetworkUnderFaultsSeeOneLedger() throws InterruptedException {
        System.out.println("faults for " + DURATION.toSeconds() + " s, to be had again with -Dseed=" + seed);
        FaultyNetwork network = running.getFirst();
        long endNanos = System.nanoTime() + DURATION.toNanos();
        for (int round = 0; System.nanoTime() - endNanos < 0; round++) {
            long leftMillis = TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
            Duration duration = Duration.ofMillis(Math.min(leftMillis, ROUND.toMillis()));
            playAndJudge(network, round, duration);
        }
    }

    private void playAndJudge(FaultyNetwork network, int round, Duration duration) throws InterruptedException {
        Observations observations = new Observations();
        TokenMarket market = new TokenMarket(network.network(), observations);
        List<AssetCode> bills = market.open(1 + round, BILLS);
        try (TransferLoad load = new TransferLoad(network.network(), market, observations, bills, seed + round)) {
            FaultPlan plan = new FaultPlan(network.validators(), seed + round);
            int steps = new FaultDriver(network, plan, System.out::println).run(duration);
            assertThat(network.unexpectedEnds()).isEmpty();
            network.heal(PATIENCE);
            load.stop(PATIENCE);
            assertThat(steps).isPositive();
        }
        judgement(network, observations).require();
        System.out.println(network.statesFetched() + " states fetched so far");
    }

    private Judgement judgement(FaultyNetwork network, Observations observations) {
        return Judgement.of(
                network.network(), observations, height -> scribes.getFirst().block(height, PATIENCE));
    }
}
