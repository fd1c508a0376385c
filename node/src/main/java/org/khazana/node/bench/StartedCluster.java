package org.khazana.node.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.khazana.api.json.ClusterJson;
import org.khazana.node.supervision.LocalCluster;
import org.khazana.node.supervision.ValidatorNode;
import org.khazana.node.supervision.ValidatorProcess;

/** Validators that were started for the benchmark, as processes of this one. */
final class StartedCluster implements Cluster {
    private static final String DATA = "data";
    private static final Duration READY_PATIENCE = Duration.ofMinutes(2);
    private static final Duration CATCH_UP_PATIENCE = Duration.ofMinutes(2);

    private final LocalCluster processes;

    StartedCluster(LocalCluster processes) {
        this.processes = processes;
    }

    @Override
    public List<BenchNode> running() {
        return processes.nodes().stream()
                .filter(node -> processes.process(node.id()).isAlive())
                .map(node -> new BenchNode(node.id(), node.url()))
                .toList();
    }

    @Override
    public Optional<Meter.Reading> reading(BenchNode node) {
        ValidatorProcess process = processes.process(node.id());
        Path data = process.node().configFile().resolveSibling(DATA);
        return Optional.of(new Meter.Reading(Consumption.of(process.pid()), BenchFolder.bytesIn(data)));
    }

    @Override
    public boolean isBroken(Optional<BenchNode> killed) {
        return processes.isClosing() || ended(killed).isPresent();
    }

    @Override
    public void requireUnbroken(Optional<BenchNode> killed) {
        if (processes.isClosing()) {
            throw new BenchFailed("it was stopped");
        }
        ended(killed).ifPresent(process -> {
            throw process.failure();
        });
    }

    private Optional<ValidatorProcess> ended(Optional<BenchNode> killed) {
        return processes.nodes().stream()
                .map(ValidatorNode::id)
                .filter(id -> !killed.map(BenchNode::id).equals(Optional.of(id)))
                .map(processes::process)
                .filter(process -> !process.isAlive())
                .findFirst();
    }

    @Override
    public void beginKill(BenchNode node) {
        processes.beginKill(node.id());
    }

    @Override
    public void restart(BenchNode node) throws InterruptedException {
        processes.start(node.id());
        processes.awaitReady(node.id(), READY_PATIENCE);
        long deadlineNanos = System.nanoTime() + CATCH_UP_PATIENCE.toNanos();
        long height = height();
        while (Cluster.status(node.url()).map(ClusterJson::appliedHeight).orElse(0L) < height) {
            requireUnbroken(Optional.empty());
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new BenchFailed(node.id() + " has not caught up after " + CATCH_UP_PATIENCE.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }
}
