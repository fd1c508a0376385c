package org.khazana.node.bench;

import static java.lang.String.format;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.node.bench.BenchReport.Acknowledged;
import org.khazana.node.bench.BenchReport.Blocks;
import org.khazana.node.bench.BenchReport.Latency;
import org.khazana.node.bench.BenchReport.Outage;
import org.khazana.node.bench.BenchReport.Requests;
import org.khazana.node.bench.BenchReport.Setting;
import org.khazana.node.bench.drive.Outcome;
import org.khazana.node.bench.drive.Request;

/** One benchmark, from an empty folder to its report. */
public final class Bench {
    private static final int WARM_UP_SLICE_SECONDS = 5;
    /** Of requests for which there is time, since they may be answered more quickly than before. */
    private static final double SPARE = 2;

    private static final int SPARE_MIN = 2_000;
    private static final int SPARE_OF_BATCHES_MIN = 200;
    private static final int RECEIPTS_ASKED_MAX = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final BenchPlan plan;
    private final SiteOpening opening;
    private final PrintWriter progress;

    private interface SiteOpening {
        Site open(Consumer<String> progress) throws InterruptedException;
    }

    private Bench(BenchPlan plan, SiteOpening opening, PrintWriter progress) {
        this.plan = plan;
        this.opening = opening;
        this.progress = progress;
    }

    /**
     * Of validators that are started for it. Nothing happens yet.
     *
     * @param progress told what is being done
     */
    public static Bench ofItsOwn(BenchPlan plan, BenchFolder folder, PrintWriter progress) {
        return new Bench(plan, tell -> OwnSite.open(plan.validators(), plan.javaFlags(), folder, tell), progress);
    }

    /**
     * Of validators that run already, which stay as they are, with what was written to their ledger. Nothing happens yet.
     *
     * @param plan whose workload kills nobody
     * @param progress told what is being done
     */
    public static Bench of(Attachment attachment, BenchPlan plan, PrintWriter progress) {
        return new Bench(plan, tell -> AttachedSite.open(attachment), progress);
    }

    /**
     * Measures. When it returns or fails all validators have stopped, and the folder is removed unless it is to be kept.
     *
     * @throws BenchFailed if something is not as it must be
     * @throws org.khazana.node.supervision.ValidatorFailed if a validator ended by itself, or did not start
     */
    public BenchReport run() throws InterruptedException {
        return onSite(this::measure);
    }

    /**
     * Kills the leader so often; otherwise as {@link #run}.
     *
     * @param kills at least 1
     */
    public KillsReport runKills(int kills) throws InterruptedException {
        return onSite(warm -> new LeaderKills(plan, setting(warm.site()), warm.sender(), warm.traffic(), this::tell)
                .run(kills, warm.prepared()));
    }

    /** What is done with validators that are warm. */
    private interface Measurement<R> {
        R of(Warm warm) throws InterruptedException;
    }

    /**
     * Validators under load for long enough.
     *
     * @param prepared of the traffic, how much was sent
     * @param perSecond how much was answered a second
     */
    private record Warm(Site site, Sender sender, Traffic traffic, long prepared, double perSecond) {}

    private <R> R onSite(Measurement<R> measurement) throws InterruptedException {
        try (Site site = opening.open(this::tell)) {
            return measurement.of(warmUp(site));
        }
    }

    private Warm warmUp(Site site) throws InterruptedException {
        Sender sender = new Sender(plan, site.cluster());
        Desk desk = new Desk(site.chain());
        Register register = new Register(plan.holdings(), site.names(), site.parties());
        double perSecond = new Opening(register, desk, sender, this::tell).carryOut() / plan.transfersEach();
        Traffic traffic = new Traffic(register, desk, plan);
        long prepared = 0;
        for (int left = plan.warmUpSeconds(); left > 0; left -= WARM_UP_SLICE_SECONDS) {
            int seconds = Math.min(left, WARM_UP_SLICE_SECONDS);
            boolean isHurried = site.isOwn() && plan.workload() != Workload.BATCH && left > WARM_UP_SLICE_SECONDS;
            long count = isHurried ? enough(perSecond, seconds) : count(perSecond, seconds);
            List<Request> requests = traffic.prepare(prepared, count);
            Outcome slice =
                    isHurried ? sender.hurry(requests, seconds) : sender.drive(requests, seconds, Optional.empty());
            prepared += count;
            perSecond = slice.asked() * NANOS_PER_SECOND / Math.max(1, slice.windowNanos());
            tell(format(Locale.ROOT, "warming up: %,.0f requests/s", perSecond));
        }
        return new Warm(site, sender, traffic, prepared, perSecond);
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

    private BenchReport measure(Warm warm) throws InterruptedException {
        long count = count(warm.perSecond(), plan.seconds());
        tell(format(Locale.ROOT, "signing %,d transactions", count));
        List<Request> requests = warm.traffic().prepare(warm.prepared(), count);
        tell("measuring for " + plan.seconds() + " s");
        Sender sender = warm.sender();
        Cluster cluster = sender.cluster();
        Optional<BenchNode> victim =
                plan.workload() == Workload.LEADER_KILL ? Optional.of(cluster.awaitLeader()) : Optional.empty();
        Meter before = Meter.read(cluster, warm.site().folder());
        Outcome outcome = sender.drive(requests, plan.seconds(), victim);
        Meter after = Meter.read(cluster, warm.site().folder());
        tell("asking for receipts");
        Acknowledged acknowledged = sender.ask(sample(outcome.acknowledged()), victim);
        return report(setting(warm.site()), before, after, outcome, acknowledged, victim);
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
            Setting setting,
            Meter before,
            Meter after,
            Outcome outcome,
            Acknowledged acknowledged,
            Optional<BenchNode> killed) {
        int transactions = outcome.acknowledged().size();
        long blocks = after.height() - before.height();
        double seconds = outcome.windowNanos() / NANOS_PER_SECOND;
        return new BenchReport(
                setting,
                seconds,
                outcome.acceptedPerSecond(),
                outcome.acceptedPerSecond() * plan.transfersEach(),
                Requests.of(outcome),
                latencies(outcome),
                after.readings().keySet().stream()
                        .map(process -> after.since(before, process, transactions))
                        .toList(),
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

    private Setting setting(Site site) {
        return new Setting(
                site.validators(),
                plan.workload().text(),
                plan.paceText(),
                plan.isToLeader() ? "leader" : "all",
                plan.holdings().accounts(),
                plan.holdings().positions(),
                plan.workload() == Workload.MIXED ? plan.readPercent() : 0,
                plan.transfersEach(),
                plan.warmUpSeconds(),
                plan.seconds(),
                site.fileSystem(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                Ed25519.providerName());
    }

    private static List<Latency> latencies(Outcome outcome) {
        return Stream.of(Request.Kind.COMMITTED, Request.Kind.CERTIFIED, Request.Kind.READ)
                .filter(kind -> outcome.latency(kind).count() > 0)
                .map(kind -> new Latency(kind.name().toLowerCase(Locale.ROOT), outcome.latency(kind)))
                .toList();
    }

    private void tell(String what) {
        progress.println(what + " ...");
        progress.flush();
    }
}
