package org.khazana.node.bench;

import static java.lang.String.format;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.node.bench.BenchReport.Acknowledged;
import org.khazana.node.bench.BenchReport.Blocks;
import org.khazana.node.bench.BenchReport.Latency;
import org.khazana.node.bench.BenchReport.Minute;
import org.khazana.node.bench.BenchReport.Outage;
import org.khazana.node.bench.BenchReport.Requests;
import org.khazana.node.bench.BenchReport.Setting;
import org.khazana.node.bench.ahead.RequestsAhead;
import org.khazana.node.bench.drive.Outcome;
import org.khazana.node.bench.drive.Request;

/** One workload, on validators with a register: warmed up, and measured. */
final class Round {
    /** Of requests for which there is time, since they may be answered more quickly than before. */
    private static final double SPARE = 2;

    private static final int SPARE_MIN = 2_000;
    private static final int SPARE_OF_BATCHES_MIN = 200;
    private static final int RECEIPTS_ASKED_MAX = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final BenchPlan plan;
    private final Site site;
    private final Sender sender;
    private final Traffic traffic;
    private final Consumer<String> progress;

    /** Nothing happens yet. */
    Round(BenchPlan plan, Site site, Sender sender, Traffic traffic, Consumer<String> progress) {
        this.plan = plan;
        this.site = site;
        this.sender = sender;
        this.traffic = traffic;
        this.progress = progress;
    }

    /**
     * Validators have been under load for long enough.
     *
     * @param prepared of the traffic, how much was sent
     * @param perSecond how much was answered a second
     */
    record Warm(long prepared, double perSecond) {}

    /** Keeps validators under load for as long as the plan says; about so many transfers a second are expected. */
    Warm warmUp(double transfersPerSecond) throws InterruptedException {
        double perSecond = transfersPerSecond / plan.transfersEach();
        long prepared = 0;
        for (int left = plan.warmUpSeconds(); left > 0; left -= BenchPlan.WARM_UP_SLICE_SECONDS) {
            int seconds = Math.min(left, BenchPlan.WARM_UP_SLICE_SECONDS);
            boolean isHurried =
                    site.isOwn() && plan.workload() != Workload.BATCH && left > BenchPlan.WARM_UP_SLICE_SECONDS;
            long count = isHurried ? enough(perSecond, seconds) : count(perSecond, seconds);
            List<Request> requests = traffic.prepare(prepared, count);
            Outcome slice =
                    isHurried ? sender.hurry(requests, seconds) : sender.drive(requests, seconds, Optional.empty());
            prepared += count;
            perSecond = slice.asked() * NANOS_PER_SECOND / Math.max(1, slice.windowNanos());
            progress.accept(format(Locale.ROOT, "warming up: %,.0f requests/s", perSecond));
        }
        return new Warm(prepared, perSecond);
    }

    /** How many requests to prepare: in an open loop just those that are meant, otherwise more than can be answered. */
    private long count(double perSecond, int seconds) {
        if (plan.perSecond().isPresent()) {
            return (long) plan.perSecond().getAsInt() * seconds + 1; // they must not run out before the time is over
        }
        return enough(perSecond, seconds);
    }

    private long enough(double perSecond, int seconds) {
        long spare = Math.max(SPARE_OF_BATCHES_MIN, SPARE_MIN / plan.transfersEach());
        return Math.min(plan.preparedMax(), spare + Math.round(perSecond * seconds * SPARE));
    }

    /**
     * Measures.
     *
     * @param warm the validators, after {@link #warmUp}
     */
    BenchReport measure(Warm warm) throws InterruptedException {
        if (!plan.isSignedAhead()) {
            long count = count(warm.perSecond(), plan.seconds());
            progress.accept(format(Locale.ROOT, "signing %,d transactions", count));
            return measure(traffic.prepare(warm.prepared(), count).iterator(), () -> 0);
        }
        try (RequestsAhead ahead = traffic.ahead(warm.prepared())) {
            return measure(ahead, ahead::waitedNanos);
        }
    }

    private BenchReport measure(Iterator<Request> requests, LongSupplier signingWaitNanos) throws InterruptedException {
        progress.accept("measuring for " + plan.seconds() + " s");
        Cluster cluster = sender.cluster();
        MinutesLog minutes = new MinutesLog(cluster, progress);
        Optional<BenchNode> victim =
                plan.workload() == Workload.LEADER_KILL ? Optional.of(cluster.awaitLeader()) : Optional.empty();
        Meter before = Meter.read(cluster, site.folder());
        Outcome outcome = sender.drive(requests, plan.seconds(), victim, plan.isLong() ? minutes : minute -> {});
        Meter after = Meter.read(cluster, site.folder());
        progress.accept("asking for receipts");
        Acknowledged acknowledged = sender.ask(sample(outcome.acknowledged()), victim);
        double signingWaitSeconds = signingWaitNanos.getAsLong() / NANOS_PER_SECOND;
        return report(
                before, after, outcome, Requests.of(outcome, signingWaitSeconds), minutes.told(), acknowledged, victim);
    }

    /** All when the leader was killed, otherwise some, evenly chosen. */
    private List<TransactionId> sample(List<TransactionId> acknowledged) {
        int step = plan.workload() == Workload.LEADER_KILL
                ? 1
                : Math.ceilDiv(Math.max(1, acknowledged.size()), RECEIPTS_ASKED_MAX);
        return IntStream.iterate(0, i -> i < acknowledged.size(), i -> i + step)
                .mapToObj(acknowledged::get)
                .toList();
    }

    private BenchReport report(
            Meter before,
            Meter after,
            Outcome outcome,
            Requests requests,
            List<Minute> minutes,
            Acknowledged acknowledged,
            Optional<BenchNode> killed) {
        long transactions = outcome.accepted();
        long blocks = after.height() - before.height();
        double seconds = outcome.windowNanos() / NANOS_PER_SECOND;
        return new BenchReport(
                Setting.of(plan, site),
                seconds,
                outcome.acceptedPerSecond(),
                outcome.acceptedPerSecond() * plan.transfersEach(),
                requests,
                Latency.of(outcome.latencies()),
                after.readings().keySet().stream()
                        .map(process -> after.since(before, process, transactions))
                        .toList(),
                minutes,
                new Blocks(
                        blocks,
                        blocks * NANOS_PER_SECOND / Math.max(1, outcome.tookNanos()),
                        (double) transactions / Math.max(1, blocks)),
                after.diskSince(before, transactions),
                outcome.errors(),
                acknowledged,
                killed.map(node -> new Outage(node.id(), outcome.longestGapNanos() / NANOS_PER_MILLI))
                        .orElse(null));
    }
}
