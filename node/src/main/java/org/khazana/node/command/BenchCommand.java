package org.khazana.node.command;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.node.bench.Attachment;
import org.khazana.node.bench.Bench;
import org.khazana.node.bench.BenchFailed;
import org.khazana.node.bench.BenchFolder;
import org.khazana.node.bench.BenchPlan;
import org.khazana.node.bench.Endowment;
import org.khazana.node.bench.KillsReport;
import org.khazana.node.bench.KillsText;
import org.khazana.node.bench.OrderingBench;
import org.khazana.node.bench.ReportText;
import org.khazana.node.bench.SeriesReport;
import org.khazana.node.bench.SeriesText;
import org.khazana.node.bench.Workload;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code khazana bench}: measures transactions a second and their latency, with validators of its own on this machine. */
@Command(
        name = "bench",
        description = "Measure transactions a second, and their latency, on validators started for it here.",
        footer = {
            "%nStarts validators in a temporary folder, opens accounts, signs transactions beforehand, sends them over",
            "HTTP keep-alive, and prints one table. Latencies count from when a request was meant to begin. The"
                    + " clients",
            "are one thread of this process; what it costs stands in the table. Ctrl-C stops everything.",
            "%nWorkloads: retail (transfers between any two accounts), batch (--batch-size of them in one",
            "transaction, between accounts of one custodian), hot (one account is in all of them),",
            "dvp (delivery versus payment, two legs, two signatures), mixed (retail with reads), leader-kill (the",
            "leader is killed half-way; then the receipt of everything acknowledged is asked for).",
            "%nExamples:",
            "  khazana bench --validators 3",
            "  khazana bench --validators 1 --accounts 20000 --positions 1000000",
            "  khazana bench --validators 3 --workload retail,hot,dvp",
            "  khazana bench --validators 3 --rate 800 --seconds 900     # each minute told",
            "  khazana bench --validators 4 --workload dvp --concurrency 64 --json > dvp.json",
            "  khazana bench --validators 3 --workload batch --batch-size 1000 --concurrency 4",
            "  khazana bench --validators 3 --rate 1000 --certified --seconds 60",
            "  khazana bench --validators 3 --workload leader-kill --rate 1000 --kills 20",
            "  khazana bench --attach http://127.0.0.1:8101,http://127.0.0.1:8102 --network my-cluster",
            "  khazana bench --validators 3 --consensus-only --concurrency 1024",
            "  khazana bench --validators 1 --accounts 100 --warm-up 1 --seconds 5   # a quick look"
        })
final class BenchCommand implements Callable<Integer> {
    private static final int KILLS_MAX = 100;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--validators",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many processes: 1, 3, 4 or 5. Default: ${DEFAULT-VALUE}.")
    private int validators;

    @Option(
            names = "--workload",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "retail",
            converter = WorkloadConverter.class,
            completionCandidates = WorkloadNames.class,
            description = "Of ${COMPLETION-CANDIDATES}. Several, but for leader-kill, are measured one after the other,"
                    + " and compared with the first. Default: ${DEFAULT-VALUE}.")
    private List<Workload> workloads = new ArrayList<>();

    @Option(
            names = "--accounts",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Between which tokens move, 2 to 100000. Default: ${DEFAULT-VALUE}.")
    private int accounts;

    @Option(
            names = "--positions",
            paramLabel = "N",
            description = "How many positions there are at the beginning, at most 10000000 and 1000 bills for each"
                    + " account. Default: one of a bill for each account, and with dvp one of cash.")
    private Optional<Long> positions = Optional.empty();

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "256",
            description = "Requests under way at the same time, 1 to 2048; with --rate, at the most. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int concurrency;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Begin so many requests a second (open loop), 1 to 100000, whether answers come or not.")
    private Optional<Integer> rate = Optional.empty();

    @Option(
            names = "--kills",
            paramLabel = "N",
            description = "Of the workload leader-kill with --rate: kill the leader so often, 1 to 100, each time after"
                    + " half of --seconds, start it again and wait until it has caught up.")
    private Optional<Integer> kills = Optional.empty();

    @Option(
            names = "--to-all",
            description = "Send to all validators evenly, who hand on what is not theirs. Default: to the leader.")
    private boolean toAll;

    @Option(
            names = "--reads",
            paramLabel = "PERCENT",
            defaultValue = "50",
            description = "Of all requests of the workload mixed, how many are reads. Default: ${DEFAULT-VALUE}.")
    private int reads;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Transfers in each transaction of the workload batch, 1 to 1000. Default: ${DEFAULT-VALUE}.")
    private int batchSize;

    @Option(
            names = "--certified",
            description = "Wait until every transaction is certified. Default: only of every 16th.")
    private boolean certified;

    @Option(
            names = "--consensus-only",
            description = "Measure what ordering alone can do: consensus, block log and transport in processes of their"
                    + " own, without a ledger, on proposals of 256 bytes by --concurrency callers beside the leader."
                    + " What is said about accounts, workloads and certificates does not count then.")
    private boolean consensusOnly;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "Under load before anything is measured, 0 to 600. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description =
                    "Measured, 1 to 900; from 120 on minute by minute, and transactions are signed meanwhile. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--attach",
            split = ",",
            paramLabel = "URL",
            description = "Measure validators that run already, at these addresses: the leader's among them, or with"
                    + " --to-all any. What is written to their ledger stays there: a bill and accounts with numbers that"
                    + " are drawn. --validators does not count then, and what they cost is not told.")
    private List<URI> attach = new ArrayList<>();

    @Option(
            names = "--network",
            paramLabel = "DIR",
            description =
                    "With --attach: the folder of their network, made by khazana cluster init, in which the keys of"
                            + " the founding parties are.")
    private Optional<Path> network = Optional.empty();

    @Option(
            names = "--java-flag",
            paramLabel = "FLAG",
            description = "A further flag for the Java of the validators, such as --java-flag=-Xmx512m. Repeatable.")
    private List<String> javaFlags = new ArrayList<>();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where to make the temporary folder: on the disk to be measured. Default: the system's.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--keep", description = "Keep the temporary folder.")
    private boolean keep;

    @Option(names = "--json", description = "Print JSON. What is being done goes to standard error in any case.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        BenchPlan plan = plan();
        PrintWriter progress = spec.commandLine().getErr();
        if (!attach.isEmpty()) {
            boolean isSound = whole(Bench.of(attachment(), plan, progress));
            return isSound ? ExitCode.OK : ExitCode.FAILED;
        }
        BenchFolder benchFolder = BenchFolder.in(folder, keep);
        boolean isSound;
        if (consensusOnly) {
            isSound = ordering(plan, benchFolder, progress);
        } else {
            Bench bench = Bench.ofItsOwn(plan, benchFolder, progress);
            isSound = kills.isPresent() ? kills(bench, kills.get()) : whole(bench);
        }
        if (keep) {
            progress.println("kept: " + benchFolder.path());
        }
        return isSound ? ExitCode.OK : ExitCode.FAILED;
    }

    private boolean whole(Bench bench) throws InterruptedException {
        SeriesReport series = SeriesReport.of(carryOut(() -> bench.run(workloads)));
        PrintWriter out = spec.commandLine().getOut();
        boolean isOne = workloads.size() == 1;
        if (json) {
            out.println(JsonOutput.of(isOne ? series.reports().getFirst() : series));
        } else {
            (isOne ? ReportText.of(series.reports().getFirst()) : SeriesText.of(series)).forEach(out::println);
        }
        return series.reports().stream()
                .allMatch(report ->
                        report.acknowledged().lost() == 0 && report.requests().refused() == 0);
    }

    private boolean kills(Bench bench, int times) throws InterruptedException {
        KillsReport report = carryOut(() -> bench.runKills(times));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonOutput.of(report));
        } else {
            KillsText.of(report).forEach(out::println);
        }
        return report.isSound();
    }

    private interface Measurement<R> {
        R run() throws InterruptedException;
    }

    private static <R> R carryOut(Measurement<R> bench) throws InterruptedException {
        try {
            return bench.run();
        } catch (BenchFailed e) {
            throw new CommandFailure(ExitCode.FAILED, "the benchmark failed: " + e.getMessage(), e);
        }
    }

    private boolean ordering(BenchPlan plan, BenchFolder benchFolder, PrintWriter progress)
            throws InterruptedException {
        List<String> role = new ArrayList<>(List.of(
                BenchMemberCommand.NAME,
                "--concurrency=" + plan.concurrency(),
                "--warm-up=" + plan.warmUpSeconds(),
                "--seconds=" + plan.seconds()));
        if (json) {
            role.add("--json");
        }
        try {
            spec.commandLine().getOut().println(new OrderingBench(plan, role, benchFolder, progress).run());
            return true;
        } catch (BenchFailed e) {
            throw new CommandFailure(ExitCode.FAILED, "the benchmark failed: " + e.getMessage(), e);
        }
    }

    private Attachment attachment() {
        for (URI url : attach) {
            require(
                    "http".equals(url.getScheme()) && url.getHost() != null && url.getPort() > 0,
                    "'" + url + "' is not an address such as " + NodeAddress.DEFAULT);
        }
        return new Attachment(attach, network.orElseThrow());
    }

    private BenchPlan plan() {
        require(attach.isEmpty() == network.isEmpty(), "--attach and --network belong together");
        require(
                attach.isEmpty() || !(consensusOnly || keep || folder.isPresent() || !javaFlags.isEmpty()),
                "--attach has no --consensus-only, --dir, --keep or --java-flag: nothing is started");
        require(
                attach.isEmpty() || !workloads.contains(Workload.LEADER_KILL),
                "--attach kills nobody: there is no --workload leader-kill with it");
        require(
                !consensusOnly || (rate.isEmpty() && workloads.equals(List.of(Workload.RETAIL)) && positions.isEmpty()),
                "--consensus-only has neither --rate nor --workload nor --positions");
        require(BenchPlan.VALIDATORS.contains(validators), "--validators is 1, 3, 4 or 5");
        requireBetween("--accounts", accounts, Endowment.ACCOUNTS_MIN, Endowment.ACCOUNTS_MAX);
        requireBetween("--concurrency", concurrency, 1, BenchPlan.CONCURRENCY_MAX);
        rate.ifPresent(perSecond -> requireBetween("--rate", perSecond, 1, BenchPlan.PER_SECOND_MAX));
        requireBetween("--reads", reads, 0, BenchPlan.PERCENT);
        requireBetween("--batch-size", batchSize, 1, TransferBatch.LEGS_MAX);
        require(
                !workloads.contains(Workload.BATCH) || accounts >= Endowment.ACCOUNTS_OF_BATCHES_MIN,
                "--workload batch needs " + Endowment.ACCOUNTS_OF_BATCHES_MIN + " --accounts or more");
        requireBetween("--warm-up", warmUp, 0, BenchPlan.WARM_UP_SECONDS_MAX);
        requireBetween("--seconds", seconds, 1, BenchPlan.SECONDS_MAX);
        require(
                !workloads.contains(Workload.LEADER_KILL) || validators >= BenchPlan.VALIDATORS_TO_LOSE_ONE,
                "--workload leader-kill needs 3 validators or more");
        require(
                !workloads.contains(Workload.LEADER_KILL) || workloads.size() == 1,
                "--workload leader-kill stands by itself: the killed leader stays down");
        require(
                workloads.stream().distinct().count() == workloads.size(),
                "--workload names none twice: what comes of both would not be told apart");
        kills.ifPresent(times -> requireBetween("--kills", times, 1, KILLS_MAX));
        require(
                kills.isEmpty()
                        || (workloads.contains(Workload.LEADER_KILL)
                                && rate.isPresent()
                                && !certified
                                && !consensusOnly),
                "--kills needs --workload leader-kill and --rate, and has no --certified");
        BenchPlan plan = new BenchPlan(
                validators,
                workloads.getFirst(),
                endowment(),
                concurrency,
                rate.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                !toAll,
                reads,
                batchSize,
                certified,
                warmUp,
                seconds,
                javaFlags);
        for (Workload workload : workloads) {
            BenchPlan each = plan.of(workload);
            require(
                    rate.orElse(0) <= each.preparedMax() / each.secondsSignedAtOnce(),
                    "--rate times " + (each.isSignedAhead() ? "five seconds" : "--seconds") + " is at most "
                            + each.preparedMax() + " with --workload " + workload.text());
        }
        return plan;
    }

    private Endowment endowment() {
        boolean hasCash = workloads.contains(Workload.DVP);
        long least = Endowment.leastPositions(accounts, hasCash);
        long most = Endowment.mostPositions(accounts, hasCash);
        long wanted = positions.orElse(least);
        require(
                wanted >= least && wanted <= most,
                "--positions is " + least + " to " + most + " with " + accounts + " accounts"
                        + (hasCash ? ", each of which has a bill and cash" : ""));
        return new Endowment(accounts, hasCash, wanted);
    }

    private void requireBetween(String option, int value, int min, int max) {
        require(value >= min && value <= max, option + " is " + min + " to " + max);
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), rule + ".");
        }
    }

    /** Names as on the command line. */
    static final class WorkloadNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Workload.texts().iterator();
        }
    }

    /** Reads a name. */
    static final class WorkloadConverter implements ITypeConverter<Workload> {
        @Override
        public Workload convert(String text) {
            return Workload.named(text)
                    .orElseThrow(
                            () -> new TypeConversionException("there is only " + String.join(", ", Workload.texts())));
        }
    }
}
