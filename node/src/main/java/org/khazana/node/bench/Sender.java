package org.khazana.node.bench;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.node.bench.BenchReport.Acknowledged;
import org.khazana.node.bench.drive.ClosedLoop;
import org.khazana.node.bench.drive.Minute;
import org.khazana.node.bench.drive.Outcome;
import org.khazana.node.bench.drive.Request;
import org.khazana.node.bench.http.Clients;
import org.khazana.node.bench.http.Midway;

/** Has clients send requests to the validators that run, and fails if one of these ends that was not meant to. */
final class Sender {
    /** Everything that is not measured is over long before. */
    private static final Duration UNMEASURED_MAX = Duration.ofHours(3);

    private static final int UNMEASURED_CALLERS = 256;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final BenchPlan plan;
    private final Cluster cluster;

    Sender(BenchPlan plan, Cluster cluster) {
        this.plan = plan;
        this.cluster = cluster;
    }

    Cluster cluster() {
        return cluster;
    }

    /** All requests, as quickly as they are answered. */
    Outcome unmeasured(List<Request> requests, Optional<BenchNode> killed) {
        return unmeasured(requests.iterator(), UNMEASURED_CALLERS, killed);
    }

    /** The same, by so many callers. */
    Outcome unmeasured(Iterator<Request> requests, int callers) {
        return unmeasured(requests, callers, Optional.empty());
    }

    private Outcome unmeasured(Iterator<Request> requests, int callers, Optional<BenchNode> killed) {
        Outcome outcome = new Clients(cluster.targets(Optional.empty()), () -> cluster.isBroken(killed))
                .run(
                        startNanos -> new ClosedLoop(startNanos, UNMEASURED_MAX.toNanos(), callers),
                        requests,
                        Midway.NOTHING);
        cluster.requireUnbroken(killed);
        return outcome;
    }

    /** With many callers: Java compiles what is called often, and a quiet pace would measure its interpreter. */
    Outcome hurry(List<Request> requests, int seconds) throws InterruptedException {
        Outcome outcome = new Clients(
                        cluster.targets(Optional.of(cluster.awaitLeader())), () -> cluster.isBroken(Optional.empty()))
                .run(
                        startNanos -> new ClosedLoop(startNanos, seconds * NANOS_PER_SECOND, UNMEASURED_CALLERS),
                        requests.iterator(),
                        Midway.NOTHING);
        cluster.requireUnbroken(Optional.empty());
        return outcome;
    }

    /** At the pace that is asked for; the victim is killed when half of the time is over. */
    Outcome drive(List<Request> requests, int seconds, Optional<BenchNode> victim) throws InterruptedException {
        return drive(requests.iterator(), seconds, victim, minute -> {});
    }

    /** The same, and tells of each minute when it is over. */
    Outcome drive(Iterator<Request> requests, int seconds, Optional<BenchNode> victim, Consumer<Minute> eachMinute)
            throws InterruptedException {
        Optional<BenchNode> leader = plan.isToLeader() ? Optional.of(cluster.awaitLeader()) : Optional.empty();
        Midway midway = victim.map(node -> new Midway(seconds * NANOS_PER_SECOND / 2, () -> cluster.beginKill(node)))
                .orElse(Midway.NOTHING);
        Outcome outcome = new Clients(cluster.targets(leader), () -> cluster.isBroken(victim))
                .run(plan.pace(seconds), requests, midway, eachMinute);
        cluster.requireUnbroken(victim);
        return outcome;
    }

    /** Asks for the receipts of these. */
    Acknowledged ask(List<TransactionId> acknowledged, Optional<BenchNode> killed) {
        Outcome outcome = unmeasured(acknowledged.stream().map(Request::receipt).toList(), killed);
        return new Acknowledged(acknowledged.size(), acknowledged.size() - outcome.succeeded());
    }
}
