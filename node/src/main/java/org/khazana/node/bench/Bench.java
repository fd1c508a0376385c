package org.khazana.node.bench;

import static java.lang.String.format;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.khazana.config.check.ClusterFolder;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.node.bench.BenchReport.Acknowledged;
import org.khazana.node.bench.BenchReport.Blocks;
import org.khazana.node.bench.BenchReport.Latency;
import org.khazana.node.bench.BenchReport.Outage;
import org.khazana.node.bench.BenchReport.Requests;
import org.khazana.node.bench.BenchReport.Setting;
import org.khazana.node.bench.drive.ClosedLoop;
import org.khazana.node.bench.drive.Outcome;
import org.khazana.node.bench.drive.Request;
import org.khazana.node.bench.http.Clients;
import org.khazana.node.bench.http.Midway;
import org.khazana.node.supervision.KhazanaProgram;
import org.khazana.node.supervision.LocalCluster;
import org.khazana.node.supervision.LocalNodes;
import org.khazana.node.supervision.ValidatorNode;

/** One benchmark, from an empty folder to its report. */
public final class Bench {
    private static final Duration READY_PATIENCE = Duration.ofMinutes(2);
    /** Everything that is not measured is over long before. */
    private static final Duration UNMEASURED_MAX = Duration.ofMinutes(30);

    private static final int UNMEASURED_CALLERS = 256;
    private static final int WARM_UP_SLICE_SECONDS = 5;
    /** Of requests for which there is time, since they may be answered more quickly than before. */
    private static final double SPARE = 2;

    private static final int SPARE_MIN = 2_000;
    private static final int SPARE_OF_BATCHES_MIN = 200;
    private static final int RECEIPTS_ASKED_MAX = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final BenchPlan plan;
    private final BenchFolder folder;
    private final PrintWriter progress;

    /**
     * Nothing happens yet.
     *
     * @param progress told what is being done
     */
    public Bench(BenchPlan plan, BenchFolder folder, PrintWriter progress) {
        this.plan = plan;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Measures. When it returns or fails all validators have stopped, and the folder is removed unless it is to be kept.
     *
     * @throws BenchFailed if something is not as it must be
     * @throws org.khazana.node.supervision.ValidatorFailed if a validator ended by itself, or did not start
     */
    public BenchReport run() throws InterruptedException {
        try {
            ClusterFolder network = folder.found(plan.validators());
            KhazanaProgram program = KhazanaProgram.asOnItsOwn(plan.javaFlags());
            try (LocalCluster processes = new LocalCluster(LocalNodes.of(network), program, folder::clear)) {
                tell("starting " + plan.validators() + " validators in " + folder.path());
                processes.startAll(READY_PATIENCE);
                return measure(new Cluster(processes), network);
            }
        } finally {
            folder.clear();
        }
    }

    private BenchReport measure(Cluster cluster, ClusterFolder network) throws InterruptedException {
        Desk desk =
                new Desk(new ChainId(Domain.GENESIS.hash(network.genesisFile().bytes())));
        Register register =
                new Register(plan.accounts(), network.genesisFile().path().resolveSibling("parties"));
        double perSecond = setUp(cluster, register, desk);
        Traffic traffic = new Traffic(register, desk, plan);
        long prepared = 0;
        for (int left = plan.warmUpSeconds(); left > 0; left -= WARM_UP_SLICE_SECONDS) {
            int seconds = Math.min(left, WARM_UP_SLICE_SECONDS);
            long count = count(perSecond, seconds);
            Outcome slice = drive(cluster, traffic.prepare(prepared, count), seconds, Optional.empty());
            prepared += count;
            perSecond = slice.asked() * NANOS_PER_SECOND / Math.max(1, slice.windowNanos());
            tell(format(Locale.ROOT, "warming up: %,.0f requests/s", perSecond));
        }
        long count = count(perSecond, plan.seconds());
        tell(format(Locale.ROOT, "signing %,d transactions", count));
        List<Request> requests = traffic.prepare(prepared, count);
        tell("measuring for " + plan.seconds() + " s");
        return measure(cluster, requests);
    }

    /** How many requests to prepare: in an open loop just those that are meant, otherwise more than can be answered. */
    private long count(double perSecond, int seconds) {
        if (plan.perSecond().isPresent()) {
            return (long) plan.perSecond().getAsInt() * seconds + 1; // they must not run out before the time is over
        }
        long spare = Math.max(SPARE_OF_BATCHES_MIN, SPARE_MIN / plan.transfersEach());
        return Math.min(plan.preparedMax(), spare + Math.round(perSecond * seconds * SPARE));
    }

    private double setUp(Cluster cluster, Register register, Desk desk) {
        tell(format(Locale.ROOT, "opening %,d accounts", register.accounts()));
        long startNanos = System.nanoTime();
        require(cluster, List.of(desk.request(register.definition(), false)));
        require(cluster, forEach(register, desk, register::opening));
        require(cluster, forEach(register, desk, register::issue));
        if (plan.workload() == Workload.DVP) {
            require(cluster, forEach(register, desk, register::deposit));
        }
        double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
        tell(format(Locale.ROOT, "the register is ready after %.1f s", seconds));
        return 2 * register.accounts() / seconds / plan.transfersEach();
    }

    private static List<Request> forEach(Register register, Desk desk, IntFunction<Signed> step) {
        return Desk.prepare(0, register.accounts(), index -> desk.request(step.apply(Math.toIntExact(index)), false));
    }

    private void require(Cluster cluster, List<Request> requests) {
        Outcome outcome = unmeasured(cluster, requests, Optional.empty());
        if (outcome.succeeded() != requests.size()) {
            throw new BenchFailed("the register could not be prepared: of " + requests.size() + " transactions "
                    + outcome.succeeded() + " were carried out; errors: " + outcome.errors());
        }
    }

    /** All requests, as quickly as they are answered. */
    private static Outcome unmeasured(Cluster cluster, List<Request> requests, Optional<ValidatorNode> killed) {
        Outcome outcome = new Clients(cluster.targets(Optional.empty()), () -> cluster.isBroken(killed))
                .run(
                        startNanos -> new ClosedLoop(startNanos, UNMEASURED_MAX.toNanos(), UNMEASURED_CALLERS),
                        requests.iterator(),
                        Midway.NOTHING);
        cluster.requireUnbroken(killed);
        return outcome;
    }

    /** At the pace that is asked for; the victim is killed when half of the time is over. */
    private Outcome drive(Cluster cluster, List<Request> requests, int seconds, Optional<ValidatorNode> victim)
            throws InterruptedException {
        Optional<ValidatorNode> leader = plan.isToLeader() ? Optional.of(cluster.awaitLeader()) : Optional.empty();
        Midway midway = victim.map(
                        node -> new Midway(seconds * 1_000L * NANOS_PER_MILLI / 2, () -> cluster.beginKill(node)))
                .orElse(Midway.NOTHING);
        Outcome outcome = new Clients(cluster.targets(leader), () -> cluster.isBroken(victim))
                .run(plan.pace(seconds), requests.iterator(), midway);
        cluster.requireUnbroken(victim);
        return outcome;
    }

    private BenchReport measure(Cluster cluster, List<Request> requests) throws InterruptedException {
        Optional<ValidatorNode> victim =
                plan.workload() == Workload.LEADER_KILL ? Optional.of(cluster.awaitLeader()) : Optional.empty();
        Meter before = Meter.read(cluster, folder.path());
        Outcome outcome = drive(cluster, requests, plan.seconds(), victim);
        Meter after = Meter.read(cluster, folder.path());
        tell("asking for receipts");
        Acknowledged acknowledged = ask(cluster, outcome.acknowledged(), victim);
        return report(before, after, outcome, acknowledged, victim);
    }

    /** Asks for all receipts when the leader was killed, otherwise for some, evenly chosen. */
    private Acknowledged ask(Cluster cluster, List<TransactionId> acknowledged, Optional<ValidatorNode> killed) {
        int step = plan.workload() == Workload.LEADER_KILL
                ? 1
                : Math.ceilDiv(Math.max(1, acknowledged.size()), RECEIPTS_ASKED_MAX);
        List<Request> receipts = new ArrayList<>();
        for (int i = 0; i < acknowledged.size(); i += step) {
            receipts.add(Request.receipt(acknowledged.get(i)));
        }
        Outcome outcome = unmeasured(cluster, receipts, killed);
        return new Acknowledged(receipts.size(), receipts.size() - outcome.succeeded());
    }

    private BenchReport report(
            Meter before, Meter after, Outcome outcome, Acknowledged acknowledged, Optional<ValidatorNode> killed) {
        int transactions = outcome.acknowledged().size();
        long blocks = after.height() - before.height();
        double seconds = outcome.windowNanos() / NANOS_PER_SECOND;
        return new BenchReport(
                setting(),
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

    private Setting setting() {
        return new Setting(
                plan.validators(),
                plan.workload().text(),
                plan.paceText(),
                plan.isToLeader() ? "leader" : "all",
                plan.accounts(),
                plan.workload() == Workload.MIXED ? plan.readPercent() : 0,
                plan.transfersEach(),
                plan.warmUpSeconds(),
                plan.seconds(),
                folder.fileSystem(),
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
