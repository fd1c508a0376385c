package org.khazana.node.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.khazana.node.bench.BenchReport.Setting;
import org.khazana.node.bench.Round.Warm;

/** One benchmark, from an empty folder to its reports. */
public final class Bench {
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
     * Measures these workloads one after the other, with one register, each after warming up. When it returns or fails all
     * validators have stopped, and the folder is removed unless it is to be kept.
     *
     * @param workloads at least one, and {@link Workload#LEADER_KILL} only by itself
     * @return as many reports
     * @throws BenchFailed if something is not as it must be
     * @throws org.khazana.node.supervision.ValidatorFailed if a validator ended by itself, or did not start
     */
    public List<BenchReport> run(List<Workload> workloads) throws InterruptedException {
        return onSite(ready -> {
            List<BenchReport> reports = new ArrayList<>();
            for (Workload workload : workloads) {
                Round round = ready.round(plan.of(workload));
                tell("workload " + workload.text());
                reports.add(round.measure(round.warmUp(ready.openedPerSecond())));
            }
            return reports;
        });
    }

    /**
     * Kills the leader so often; otherwise as {@link #run}.
     *
     * @param kills at least 1
     */
    public KillsReport runKills(int kills) throws InterruptedException {
        return onSite(ready -> {
            Warm warm = ready.round(plan).warmUp(ready.openedPerSecond());
            return new LeaderKills(
                            plan, Setting.of(plan, ready.site()), ready.sender(), ready.traffic(plan), this::tell)
                    .run(kills, warm.prepared());
        });
    }

    /** What is done with validators that have a register. */
    private interface Measurement<R> {
        R of(Ready ready) throws InterruptedException;
    }

    /**
     * Validators with a register.
     *
     * @param openedPerSecond how many accounts were
     */
    private record Ready(
            Site site, Sender sender, Register register, Desk desk, double openedPerSecond, Consumer<String> progress) {
        Traffic traffic(BenchPlan plan) {
            return new Traffic(register, desk, plan);
        }

        Round round(BenchPlan plan) {
            return new Round(plan, site, sender, traffic(plan), progress);
        }
    }

    private <R> R onSite(Measurement<R> measurement) throws InterruptedException {
        try (Site site = opening.open(this::tell)) {
            Sender sender = new Sender(plan, site.cluster());
            Desk desk = new Desk(site.chain());
            Register register = new Register(plan.endowment(), site.names(), site.parties());
            double openedPerSecond = new Opening(register, desk, sender, this::tell).carryOut();
            return measurement.of(new Ready(site, sender, register, desk, openedPerSecond, this::tell));
        }
    }

    private void tell(String what) {
        progress.println(what + " ...");
        progress.flush();
    }
}
