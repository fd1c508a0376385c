package org.khazana.node.proofcost;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.port.LedgerGateway.Wait;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.node.assembly.InProcessCluster;
import org.khazana.node.gateway.NodeGateway;
import org.khazana.node.load.LoadRun;
import org.khazana.node.load.TestMarket;

/**
 * Four validators in this process, with real sockets and files, and clients: {@code MeasuredCluster FOLDER TRANSFERS SECONDS}.
 *
 * <p>First half as many transfers to get warm, then {@code TRANSFERS} over HTTP to all validators, 64 of them under way at any time: as many a
 * second as it can. Then, for so many seconds, 1,000 transfers a second that come whether or not those before are done. Of every
 * tenth it is asked when its validator has told that it is committed, and when that it is certified: the *lag* is the time between.
 */
public final class MeasuredCluster {
    private static final int UNDER_WAY = 64;
    private static final int A_SECOND = 1_000;
    private static final int EVERY = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private MeasuredCluster() {}

    public static void main(String[] arguments) throws Exception {
        int transfers = Integer.parseInt(arguments[1]);
        int seconds = Integer.parseInt(arguments[2]);
        try (InProcessCluster cluster = new InProcessCluster(Path.of(arguments[0]), 4)) {
            for (int number = 1; number <= 4; number++) {
                cluster.start("validator-" + number);
            }
            cluster.awaitLeader();
            TestMarket market = new TestMarket(cluster.folder());
            try (LedgerClient client = LedgerClient.of(cluster.urls())) {
                market.opening().forEach(envelope -> client.submit(envelope, PATIENCE));
            }
            submit(cluster, market.transfers(transfers / 2));
            System.out.println("transfers a second: " + submit(cluster, market.transfers(transfers)));
            if (seconds > 0) {
                System.out.println("lag of certificates, " + A_SECOND + " transfers a second: "
                        + words(lags(cluster, market.transfers(seconds * A_SECOND))));
            }
            if (!cluster.faults().isEmpty()) {
                throw new IllegalStateException(cluster.faults().toString());
            }
        }
        System.exit(0); // the clients' threads
    }

    private static long submit(InProcessCluster cluster, List<byte[]> envelopes) throws InterruptedException {
        LoadRun.Outcome outcome = LoadRun.submit(envelopes, cluster.urls(), UNDER_WAY, PATIENCE);
        if (!outcome.failed().isEmpty()) {
            throw new IllegalStateException(outcome.failed().size() + " have failed: "
                    + outcome.failed().getFirst());
        }
        return outcome.perSecond();
    }

    /** Microseconds, of those in the second half. */
    private static List<Long> lags(InProcessCluster cluster, List<byte[]> envelopes) {
        List<NodeGateway> gateways = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> cluster.node("validator-" + number).gateway())
                .toList();
        Queue<Long> lags = new ConcurrentLinkedQueue<>();
        long beginNanos = System.nanoTime();
        for (int i = 0; i < envelopes.size(); i++) {
            long dueNanos = beginNanos + i * (TimeUnit.SECONDS.toNanos(1) / A_SECOND);
            for (long left = dueNanos - System.nanoTime(); left > 0; left = dueNanos - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            byte[] envelope = envelopes.get(i);
            NodeGateway gateway = gateways.get(i % 4);
            var committed = gateway.submit(envelope, Wait.COMMITTED);
            if (i % EVERY == 0 && i >= envelopes.size() / 2) {
                committed.thenAccept(outcome -> askWhenCertified(gateway, envelope, lags));
            }
        }
        int expected = (envelopes.size() - envelopes.size() / 2) / EVERY;
        long endNanos = System.nanoTime() + PATIENCE.toNanos();
        while (lags.size() < expected && System.nanoTime() < endNanos) {
            LockSupport.parkNanos(1_000_000);
        }
        return lags.stream().sorted().toList();
    }

    /** Submits the same bytes again: they are known, and it is only waited for the certificate. */
    private static void askWhenCertified(NodeGateway gateway, byte[] envelope, Queue<Long> lags) {
        long committedNanos = System.nanoTime();
        gateway.submit(envelope, Wait.CERTIFIED).thenAccept(outcome -> {
            if (outcome instanceof SubmissionOutcome.Committed) {
                lags.add((System.nanoTime() - committedNanos) / 1_000);
            }
        });
    }

    private static String words(List<Long> sorted) {
        return "of %d asked, p50 %d us, p90 %d us, p99 %d us, most %d us"
                .formatted(sorted.size(), at(50, sorted), at(90, sorted), at(99, sorted), sorted.getLast());
    }

    private static long at(int percent, List<Long> sorted) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
