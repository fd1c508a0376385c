package org.khazana.node.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.node.bench.drive.Outcome;
import org.khazana.node.bench.drive.Percentiles;
import org.khazana.node.bench.drive.Request;

/**
 * What was measured, as {@code --json} prints it.
 *
 * @param windowSeconds how long requests could begin; less than asked for only if the prepared ones had run out
 * @param acceptedPerSecond transactions acknowledged within that time, by its length
 * @param transfersPerSecond the same, times the transfers of which each transaction consists
 * @param latencies of requests that were answered with what was asked for, from when they were meant to begin
 * @param processes validators that ran all the time, and this process as {@code client}
 * @param minutes one after the other; only of long runs
 * @param disk only where the system tells
 * @param errors how often each problem was answered, by name; also of requests that were sent again and then succeeded
 * @param outage only where the leader was killed
 */
public record BenchReport(
        Setting setting,
        double windowSeconds,
        double acceptedPerSecond,
        double transfersPerSecond,
        Requests requests,
        List<Latency> latencies,
        List<ProcessUse> processes,
        List<Minute> minutes,
        Blocks blocks,
        @Nullable Disk disk,
        Map<String, Long> errors,
        Acknowledged acknowledged,
        @Nullable Outage outage) {
    public BenchReport {
        latencies = List.copyOf(latencies);
        processes = List.copyOf(processes);
        minutes = List.copyOf(minutes);
        errors = Map.copyOf(errors);
    }

    /**
     * What was asked for, and on what.
     *
     * @param pace closed or open loop, in words
     * @param to {@code leader} or {@code all}
     * @param positions of all accounts together, before anything was measured
     * @param transfersEach how many transfers each transaction makes; more than 1 only in batches
     * @param fileSystem below the validators' data
     * @param signatures which library signs and verifies
     */
    public record Setting(
            int validators,
            String workload,
            String pace,
            String to,
            int accounts,
            long positions,
            int readPercent,
            int transfersEach,
            int warmUpSeconds,
            int seconds,
            String fileSystem,
            int processors,
            String java,
            String signatures) {
        static Setting of(BenchPlan plan, Site site) {
            return new Setting(
                    site.validators(),
                    plan.workload().text(),
                    plan.paceText(),
                    plan.isToLeader() ? "leader" : "all",
                    plan.endowment().accounts(),
                    plan.endowment().positions(),
                    plan.workload() == Workload.MIXED ? plan.readPercent() : 0,
                    plan.transfersEach(),
                    plan.warmUpSeconds(),
                    plan.seconds(),
                    site.fileSystem(),
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.version"),
                    Ed25519.providerName());
        }
    }

    /**
     * {@code asked = succeeded + refused + unanswered}.
     *
     * @param unsent meant to begin, but all connections were busy to the very end: percentiles are too low then
     * @param signingWaitSeconds for which clients waited for transactions to be signed, in which latencies tell of the clients
     * @param acceptedInWindow transactions only, and only within the time
     */
    public record Requests(
            long asked,
            long succeeded,
            long refused,
            long unanswered,
            long unsent,
            double signingWaitSeconds,
            long acceptedInWindow) {
        static Requests of(Outcome outcome, double signingWaitSeconds) {
            return new Requests(
                    outcome.asked(),
                    outcome.succeeded(),
                    outcome.refused(),
                    outcome.unanswered(),
                    outcome.unsent(),
                    signingWaitSeconds,
                    outcome.acceptedInWindow());
        }
    }

    /** Of one kind of request, in microseconds. */
    public record Latency(String what, Percentiles micros) {
        static List<Latency> of(Map<Request.Kind, Percentiles> latencies) {
            return Stream.of(Request.Kind.COMMITTED, Request.Kind.CERTIFIED, Request.Kind.READ)
                    .filter(latencies::containsKey)
                    .map(kind -> new Latency(
                            kind.name().toLowerCase(Locale.ROOT), latencies.getOrDefault(kind, Percentiles.NONE)))
                    .toList();
        }
    }

    /**
     * What a process consumed between the first request and the last answer.
     *
     * @param cpuPercent of one processor
     * @param residentBytes at the end
     * @param diskBytesPerTransaction by which its data grew; 0 for the client
     */
    public record ProcessUse(
            String process, double cpuSeconds, double cpuPercent, long residentBytes, long diskBytesPerTransaction) {}

    /**
     * What was answered in a minute.
     *
     * @param minute counts from 1
     * @param seconds of it; the last one may be shorter
     * @param residents each validator at its end; none where that is not known
     */
    public record Minute(
            int minute, double seconds, double acceptedPerSecond, List<Latency> latencies, List<Resident> residents) {
        public Minute {
            latencies = List.copyOf(latencies);
            residents = List.copyOf(residents);
        }
    }

    /** Memory of a process. */
    public record Resident(String process, long residentBytes) {}

    /** Blocks that were executed meanwhile; each is forced to disk at least once by every validator. */
    public record Blocks(long count, double perSecond, double transactionsEach) {}

    /**
     * What the disk below all validators did, for them and for everybody else on this machine.
     *
     * @param flushesPerSecond by which it was told to keep what it had been given
     */
    public record Disk(double flushesPerSecond, long writtenBytesPerTransaction) {}

    /** Acknowledged transactions whose receipt was asked for afterwards, and those whose receipt was not there. */
    public record Acknowledged(long asked, long lost) {}

    /**
     * The leader was killed.
     *
     * @param longestGapMillis longest time without an acknowledgement from then on
     */
    public record Outage(String killed, long longestGapMillis) {}
}
