package org.khazana.node.assembly;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.khazana.api.client.LedgerClient;
import org.khazana.config.check.CheckedNode;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.generate.ClusterRequest;
import org.khazana.node.lifecycle.FatalFault;
import org.khazana.node.transport.PortTaken;

/**
 * The start of a small network in this one process, so that Java can record which classes a start needs; see decision
 * 0010. Two validators, since one alone would neither shake hands nor vote with anybody.
 */
public final class Rehearsal {
    private static final int VALIDATORS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 20;

    private Rehearsal() {}

    /**
     * Makes a network in {@code folder}, starts it on free loopback ports, reads from it over HTTP, and stops it.
     *
     * @param folder absent or empty; what is in it afterwards has no further use
     * @throws IllegalStateException if the network is not ready within a minute
     */
    public static void run(Path folder) throws PortTaken, InterruptedException {
        NewNetwork.found(new ClusterRequest(VALIDATORS, folder, "rehearsal", 0, 0, List.of(), Instant.now()));
        try (Node first = start(folder, 1);
                Node second = start(folder, 2)) {
            awaitReady(first);
            awaitReady(second);
            read(first);
        }
    }

    private static Node start(Path folder, int number) throws PortTaken {
        Path settings = folder.resolve("validator-" + number).resolve(ClusterFolder.NODE_FILE);
        return Node.start(CheckedNode.read(settings, Instant.now()), new FatalFault());
    }

    private static void awaitReady(Node node) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        while (!node.gateway().health().ready()) {
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new IllegalStateException("the rehearsal was not ready within " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static void read(Node node) {
        try (LedgerClient client = LedgerClient.of(URI.create("http://127.0.0.1:" + node.httpPort()))) {
            client.cluster();
        }
    }
}
