package org.khazana.node.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.client.NoAnswer;
import org.khazana.api.client.ProblemResponse;
import org.khazana.api.json.ReceiptJson;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.node.Eventually;

/** Several clients that record one deposit after another, and remember each receipt they were given. */
final class DepositLoad implements AutoCloseable {
    private static final int CLIENTS = 4;
    /** Leaves the processor to the validators, which share it with these clients. */
    private static final long PAUSE_NANOS = 60_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestNetwork network;
    private final AtomicLong deposits = new AtomicLong();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final Map<String, ReceiptJson> acknowledged = new ConcurrentHashMap<>();
    /** Longest time between two acknowledgements, and when the newest came. */
    private final AtomicLong longestPauseNanos = new AtomicLong();

    private final AtomicLong newestAnswerNanos = new AtomicLong(System.nanoTime());
    private final Queue<Written> writes = new ConcurrentLinkedQueue<>();

    /** When a transaction that was acknowledged had been submitted, and when its receipt had come. */
    private record Written(long submittedNanos, long acknowledgedNanos) {}

    private final List<String> refusals = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

    DepositLoad(TestNetwork network) {
        this.network = network;
        for (int i = 0; i < CLIENTS; i++) {
            threads.execute(this::deposit);
        }
    }

    private void deposit() {
        try (LedgerClient client = LedgerClient.of(
                network.cluster().nodes().stream().map(node -> node.url()).toList())) {
            while (!isOver.get()) {
                depositOnce(client);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void depositOnce(LedgerClient client) {
        String reference = "LOAD-" + deposits.incrementAndGet();
        Operation deposit = new RecordCashDeposit(new AccountId(5001), new AssetCode("PKR"), 1, reference);
        byte[] envelope = network.envelope(network.body(2, deposit), "central-bank");
        long submittedAtNanos = System.nanoTime();
        try {
            ReceiptJson receipt = client.submit(envelope, PATIENCE);
            acknowledged.put(receipt.transactionId(), receipt);
            long nowNanos = System.nanoTime();
            long pauseNanos = nowNanos - newestAnswerNanos.getAndSet(nowNanos);
            longestPauseNanos.accumulateAndGet(pauseNanos, Math::max);
            writes.add(new Written(submittedAtNanos, nowNanos));
        } catch (ProblemResponse e) {
            if (e.status() != 503 && e.status() != 504) {
                refusals.add(e.getMessage());
            }
        } catch (NoAnswer e) {
            // Not acknowledged: nothing was promised.
        }
    }

    /**
     * Waits until a transaction is acknowledged that was submitted after a moment.
     *
     * @param fromNanos the moment, later than that of any call before
     * @return milliseconds from that moment to the first such receipt
     */
    long millisUntilNextWrite(long fromNanos, Duration patience) {
        Eventually.holds(
                () -> {
                    writes.removeIf(write -> write.submittedNanos() - fromNanos <= 0);
                    return !writes.isEmpty();
                },
                patience,
                () -> "nothing is acknowledged any more");
        long tookNanos = writes.stream()
                .mapToLong(write -> write.acknowledgedNanos() - fromNanos)
                .min()
                .orElseThrow();
        return TimeUnit.NANOSECONDS.toMillis(tookNanos);
    }

    /** Longest time without any acknowledgement since this was last asked. */
    long takeLongestPauseMillis() {
        return TimeUnit.NANOSECONDS.toMillis(longestPauseNanos.getAndSet(0));
    }

    Map<String, ReceiptJson> acknowledged() {
        return acknowledged;
    }

    /** Answers that no deposit of this load deserves. */
    List<String> refusals() {
        return refusals;
    }

    /** Returns when the last client has its last answer. */
    void stop() {
        isOver.set(true);
        threads.close();
    }

    @Override
    public void close() {
        stop();
    }
}
