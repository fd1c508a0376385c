package org.khazana.node.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.khazana.ledger.id.AssetCode;
import org.khazana.node.acceptance.TestNetwork;
import org.khazana.node.supervision.ValidatorNode;

/** Clients at work: two for each bill, so that they get into each other's way. */
final class TransferLoad implements AutoCloseable {
    private static final int CLIENTS_OF_EACH_BILL = 2;

    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicLong hopelessNanos = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> clients = new ArrayList<>();
    private final List<ValidatorDesk> desks;

    /** Starts them. */
    TransferLoad(TestNetwork network, TokenMarket market, Observations observations, List<AssetCode> bills, long seed) {
        this.desks = network.cluster().nodes().stream()
                .map(ValidatorNode::url)
                .map(ValidatorDesk::new)
                .toList();
        Random seeds = new Random(seed);
        for (AssetCode bill : bills) {
            for (int i = 0; i < CLIENTS_OF_EACH_BILL; i++) {
                Random random = new Random(seeds.nextLong());
                TransferClient client =
                        new TransferClient("client-" + (clients.size() + 1), bill, random, desks, market, observations);
                clients.add(threads.submit(() -> client.run(isOver::get, this::isHopeless)));
            }
        }
    }

    private boolean isHopeless() {
        return isOver.get() && System.nanoTime() - hopelessNanos.get() > 0;
    }

    /** Nothing new is begun; returns when each client has learned its last outcome, or has given up after {@code patience}. */
    void stop(Duration patience) throws InterruptedException {
        hopelessNanos.set(System.nanoTime() + patience.toNanos());
        isOver.set(true);
        for (Future<?> client : clients) {
            try {
                client.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a client failed", e);
            }
        }
    }

    @Override
    public void close() {
        isOver.set(true);
        threads.shutdownNow();
        desks.forEach(ValidatorDesk::close);
    }
}
