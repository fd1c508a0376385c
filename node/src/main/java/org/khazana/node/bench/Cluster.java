package org.khazana.node.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.client.NoAnswer;
import org.khazana.api.client.ProblemResponse;
import org.khazana.api.json.ClusterJson;
import org.khazana.node.bench.http.Targets;
import org.khazana.node.supervision.LocalCluster;
import org.khazana.node.supervision.ValidatorNode;
import org.khazana.node.supervision.ValidatorProcess;

/** The validators that are measured: who leads, where they listen, and that none has ended by itself. */
final class Cluster {
    private static final String LEADER = "LEADER";
    private static final Duration LEADER_PATIENCE = Duration.ofSeconds(30);
    private static final Duration READY_PATIENCE = Duration.ofMinutes(2);
    private static final Duration CATCH_UP_PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 20;

    private final LocalCluster processes;

    Cluster(LocalCluster processes) {
        this.processes = processes;
    }

    /** Those whose process is alive. */
    List<ValidatorNode> running() {
        return processes.nodes().stream()
                .filter(node -> processes.process(node.id()).isAlive())
                .toList();
    }

    long pid(ValidatorNode node) {
        return processes.process(node.id()).pid();
    }

    /** Whether they are being stopped, as by Ctrl-C, or one has ended that was not meant to. */
    boolean isBroken(Optional<ValidatorNode> killed) {
        return processes.isClosing() || ended(killed).isPresent();
    }

    /** SIGKILL; returns at once. */
    void beginKill(ValidatorNode node) {
        processes.beginKill(node.id());
    }

    /** Starts one that was killed; returns when it has executed all that the others had when it was ready. */
    void restart(ValidatorNode node) throws InterruptedException {
        processes.start(node.id());
        processes.awaitReady(node.id(), READY_PATIENCE);
        long deadlineNanos = System.nanoTime() + CATCH_UP_PATIENCE.toNanos();
        long height = height();
        while (status(node).map(ClusterJson::appliedHeight).orElse(0L) < height) {
            requireUnbroken(Optional.empty());
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new BenchFailed(node.id() + " has not caught up after " + CATCH_UP_PATIENCE.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** Fails if they are being stopped, or with the last words of one that has ended and was not meant to. */
    void requireUnbroken(Optional<ValidatorNode> killed) {
        if (processes.isClosing()) {
            throw new BenchFailed("it was stopped");
        }
        ended(killed).ifPresent(process -> {
            throw process.failure();
        });
    }

    private Optional<ValidatorProcess> ended(Optional<ValidatorNode> killed) {
        return processes.nodes().stream()
                .filter(node -> !killed.equals(Optional.of(node)))
                .map(node -> processes.process(node.id()))
                .filter(process -> !process.isAlive())
                .findFirst();
    }

    /** Where requests go: to the leader, or evenly to all that run. */
    Targets targets(Optional<ValidatorNode> leader) {
        List<URI> urls = new ArrayList<>();
        leader.ifPresent(node -> urls.add(node.url()));
        running().stream()
                .map(ValidatorNode::url)
                .filter(url -> !urls.contains(url))
                .forEach(urls::add);
        return new Targets(urls, leader.isPresent());
    }

    /** Who leads; waits until somebody does. */
    ValidatorNode awaitLeader() throws InterruptedException {
        long deadlineNanos = System.nanoTime() + LEADER_PATIENCE.toNanos();
        while (System.nanoTime() - deadlineNanos < 0) {
            for (ValidatorNode node : running()) {
                if (status(node).map(ClusterJson::role).equals(Optional.of(LEADER))) {
                    return node;
                }
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new BenchFailed("no validator leads after " + LEADER_PATIENCE.toSeconds() + " s");
    }

    /** Of the newest block that any of them has executed. */
    long height() {
        return running().stream()
                .map(Cluster::status)
                .flatMap(Optional::stream)
                .mapToLong(ClusterJson::appliedHeight)
                .max()
                .orElse(0);
    }

    /** Empty while the validator gives no answer. */
    private static Optional<ClusterJson> status(ValidatorNode node) {
        try (LedgerClient client = LedgerClient.of(node.url())) {
            return Optional.of(client.cluster());
        } catch (NoAnswer | ProblemResponse e) {
            return Optional.empty();
        }
    }
}
