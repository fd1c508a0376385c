package org.khazana.node.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.khazana.node.bench.BenchReport.Acknowledged;
import org.khazana.node.bench.BenchReport.Setting;
import org.khazana.node.bench.KillsReport.Kill;
import org.khazana.node.bench.drive.Outcome;
import org.khazana.node.bench.drive.Recovery;
import org.khazana.node.bench.drive.Request;

/**
 * Kills whoever leads, again and again. Each time load runs for as long as the plan says, and the leader is killed when half
 * of that is over; then the receipts of all that was acknowledged are asked for, and the killed one is started again and has
 * caught up before the next time.
 */
final class LeaderKills {
    private final BenchPlan plan;
    private final Setting setting;
    private final Sender sender;
    private final Traffic traffic;
    private final Consumer<String> progress;

    /**
     * Nothing happens yet.
     *
     * @param plan with an open loop
     */
    LeaderKills(BenchPlan plan, Setting setting, Sender sender, Traffic traffic, Consumer<String> progress) {
        this.plan = plan;
        this.setting = setting;
        this.sender = sender;
        this.traffic = traffic;
        this.progress = progress;
    }

    /**
     * So many times.
     *
     * @param sent of the traffic, before
     */
    KillsReport run(int kills, long sent) throws InterruptedException {
        long each = (long) plan.perSecond().orElseThrow() * plan.seconds() + 1;
        List<Kill> done = new ArrayList<>();
        for (int number = 0; number < kills; number++) {
            Kill kill = kill(traffic.prepare(sent + number * each, each));
            done.add(kill);
            progress.accept("kill " + (number + 1) + " of " + kills + ": " + kill.killed() + ", " + kill.gapMillis()
                    + " ms without an acknowledgement");
        }
        return new KillsReport(setting, done, KillsReport.Summary.of(done));
    }

    private Kill kill(List<Request> requests) throws InterruptedException {
        Cluster cluster = sender.cluster();
        BenchNode victim = cluster.awaitLeader();
        Outcome outcome = sender.drive(requests, plan.seconds(), Optional.of(victim));
        Acknowledged acknowledged = sender.ask(outcome.acknowledged(), Optional.of(victim));
        long restartNanos = System.nanoTime();
        cluster.restart(victim);
        Recovery recovery = outcome.recovery().orElseThrow();
        return new Kill(
                victim.id(),
                outcome.acceptedPerSecond(),
                millis(outcome.longestGapNanos()),
                recovery.p99BeforeMicros(),
                outcome.succeeded() == outcome.asked() && outcome.unsent() == 0
                        ? millis(recovery.backAfterNanos())
                        : null, // latencies of those without an answer are not known
                acknowledged,
                outcome.refused(),
                outcome.unanswered(),
                outcome.unsent(),
                millis(System.nanoTime() - restartNanos),
                outcome.errors());
    }

    private static @Nullable Long millis(OptionalLong nanos) {
        return nanos.isPresent() ? (Long) millis(nanos.getAsLong()) : null;
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
