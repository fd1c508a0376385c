package org.khazana.node.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.khazana.config.check.ClusterFolder;
import org.khazana.node.supervision.KhazanaProgram;
import org.khazana.node.supervision.LocalCluster;
import org.khazana.node.supervision.LocalNodes;
import org.khazana.node.supervision.ValidatorNode;
import org.khazana.node.supervision.ValidatorProcess;

/**
 * One benchmark of ordering alone: members run as processes, the one that comes to lead measures and leaves its report, in
 * the words in which it is to be printed, beside its {@code node.toml}.
 */
public final class OrderingBench {
    /** Name of that file. */
    public static final String REPORT_FILE = "ordering-report";

    private static final long LOOK_MILLIS = 100;
    private static final Duration UNMEASURED_MAX = Duration.ofMinutes(1);

    private final BenchPlan plan;
    private final List<String> role;
    private final BenchFolder folder;
    private final PrintWriter progress;

    /**
     * Nothing happens yet.
     *
     * @param role the command and its options that runs a member
     * @param progress told what is being done
     */
    public OrderingBench(BenchPlan plan, List<String> role, BenchFolder folder, PrintWriter progress) {
        this.plan = plan;
        this.role = List.copyOf(role);
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Measures. When it returns or fails all members have stopped, and the folder is removed unless it is to be kept.
     *
     * @return what the leader reports
     * @throws BenchFailed if there is no report in time
     * @throws org.khazana.node.supervision.ValidatorFailed if a member ended by itself, or did not start
     */
    public String run() throws InterruptedException {
        try {
            ClusterFolder network = folder.found(plan.validators());
            KhazanaProgram program = KhazanaProgram.asOnItsOwn(plan.javaFlags()).inRole(role);
            try (LocalCluster members = new LocalCluster(LocalNodes.of(network), program, folder::clear)) {
                progress.println("starting " + plan.validators() + " members in " + folder.path() + " ...");
                progress.flush();
                members.nodes().forEach(node -> members.start(node.id()));
                return awaitReport(members);
            }
        } finally {
            folder.clear();
        }
    }

    private String awaitReport(LocalCluster members) throws InterruptedException {
        long patienceNanos = UNMEASURED_MAX
                .plusSeconds(plan.warmUpSeconds() + plan.seconds())
                .toNanos();
        long startNanos = System.nanoTime();
        while (System.nanoTime() - startNanos < patienceNanos && !members.isClosing()) {
            for (ValidatorNode node : members.nodes()) {
                Path report = node.configFile().resolveSibling(REPORT_FILE);
                ValidatorProcess process = members.process(node.id());
                if (Files.exists(report)) {
                    return read(report);
                }
                if (!process.isAlive() && !members.isClosing()) {
                    throw process.failure();
                }
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        throw new BenchFailed(members.isClosing() ? "it was stopped" : "no member has reported in time");
    }

    private static String read(Path report) {
        try {
            return Files.readString(report);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + report, e);
        }
    }
}
