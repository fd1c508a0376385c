package org.khazana.node.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.client.NoAnswer;
import org.khazana.api.client.ProblemResponse;
import org.khazana.api.json.ClusterJson;
import org.khazana.node.bench.http.Targets;

/** The validators that are measured: who leads, where they listen, and that none has ended by itself. */
interface Cluster {
    String LEADER = "LEADER";
    Duration LEADER_PATIENCE = Duration.ofSeconds(30);
    long PAUSE_MILLIS = 20;

    /** Those that can be asked. */
    List<BenchNode> running();

    /** What its process has consumed; empty where that cannot be told. */
    Optional<Meter.Reading> reading(BenchNode node);

    /** Whether they are being stopped, as by Ctrl-C, or one has ended that was not meant to. */
    boolean isBroken(Optional<BenchNode> killed);

    /** Fails if they are being stopped, or with the last words of one that has ended and was not meant to. */
    void requireUnbroken(Optional<BenchNode> killed);

    /** SIGKILL; returns at once. Only of those that were started here. */
    void beginKill(BenchNode node);

    /**
     * Starts one that was killed; returns when it has executed all that the others had when it was ready. Only of those
     * that were started here.
     */
    void restart(BenchNode node) throws InterruptedException;

    /** Where requests go: to the leader, or evenly to all that run. */
    default Targets targets(Optional<BenchNode> leader) {
        List<URI> urls = new ArrayList<>();
        leader.ifPresent(node -> urls.add(node.url()));
        running().stream()
                .map(BenchNode::url)
                .filter(url -> !urls.contains(url))
                .forEach(urls::add);
        return new Targets(urls, leader.isPresent());
    }

    /** Who leads; waits until somebody does. */
    default BenchNode awaitLeader() throws InterruptedException {
        long deadlineNanos = System.nanoTime() + LEADER_PATIENCE.toNanos();
        while (System.nanoTime() - deadlineNanos < 0) {
            for (BenchNode node : running()) {
                if (status(node.url()).map(ClusterJson::role).equals(Optional.of(LEADER))) {
                    return node;
                }
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new BenchFailed("none of "
                + running().stream().map(BenchNode::id).collect(Collectors.joining(", ")) + " leads after "
                + LEADER_PATIENCE.toSeconds() + " s");
    }

    /** Of the newest block that any of them has executed. */
    default long height() {
        return running().stream()
                .map(node -> status(node.url()))
                .flatMap(Optional::stream)
                .mapToLong(ClusterJson::appliedHeight)
                .max()
                .orElse(0);
    }

    /** Empty while the validator gives no answer. */
    static Optional<ClusterJson> status(URI url) {
        try (LedgerClient client = LedgerClient.of(url)) {
            return Optional.of(client.cluster());
        } catch (NoAnswer | ProblemResponse e) {
            return Optional.empty();
        }
    }
}
