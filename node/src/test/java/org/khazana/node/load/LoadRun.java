package org.khazana.node.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.client.NoAnswer;
import org.khazana.api.client.ProblemResponse;
import org.khazana.api.json.ReceiptJson;

/** Submits envelopes with several requests at the same time, the same bytes again on failure, and keeps what was acknowledged. */
public final class LoadRun {

    private LoadRun() {}

    /** A receipt that a node has given: from here on it must never be lost. */
    public record Acknowledged(String transactionId, long height, long micros) {}

    /**
     * What a run came to.
     *
     * @param acknowledged in no order
     * @param failed sentences, one for each envelope without receipt
     */
    public record Outcome(List<Acknowledged> acknowledged, List<String> failed, Duration took) {
        public long perSecond() {
            return acknowledged.size() * 1_000L / Math.max(1, took.toMillis());
        }

        /** Time from request to receipt that {@code percent} of the requests did not exceed. */
        public long percentileMicros(int percent) {
            List<Long> sorted =
                    acknowledged.stream().map(Acknowledged::micros).sorted().toList();
            return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
        }
    }

    /** Returns when each envelope has a receipt, or had none within {@code patience}. */
    public static Outcome submit(List<byte[]> envelopes, List<URI> nodes, int concurrency, Duration patience)
            throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Acknowledged> acknowledged = Collections.synchronizedList(new ArrayList<>());
        List<String> failed = Collections.synchronizedList(new ArrayList<>());
        long startNanos = System.nanoTime();
        try (LedgerClient client = LedgerClient.of(nodes)) {
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < concurrency; i++) {
                workers.add(Thread.ofPlatform().daemon().start(() -> {
                    for (int mine = next.getAndIncrement(); mine < envelopes.size(); mine = next.getAndIncrement()) {
                        submit(client, envelopes.get(mine), patience, acknowledged, failed);
                    }
                }));
            }
            for (Thread worker : workers) {
                worker.join();
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
        return new Outcome(List.copyOf(acknowledged), List.copyOf(failed), took);
    }

    private static void submit(
            LedgerClient client,
            byte[] envelope,
            Duration patience,
            List<Acknowledged> acknowledged,
            List<String> failed) {
        long startNanos = System.nanoTime();
        try {
            ReceiptJson receipt = client.submit(envelope, patience);
            long micros = (System.nanoTime() - startNanos) / 1_000;
            acknowledged.add(new Acknowledged(receipt.transactionId(), receipt.height(), micros));
        } catch (ProblemResponse | NoAnswer e) {
            failed.add(String.valueOf(e.getMessage()));
        }
    }
}
