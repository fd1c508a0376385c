package org.khazana.node.supervision;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The validators of one cluster, each in a child process of this one. Closing it stops them all; so does the end of
 * this process, whether by Ctrl-C (a hook stops them) or SIGKILL (they watch their parent).
 */
public final class LocalCluster implements AutoCloseable {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    /** Ctrl-C reaches the validators as well as this process, and they may be gone before this process has noticed. */
    private static final long OWN_STOP_NOTICE_MILLIS = 500;

    private final NavigableMap<String, ValidatorNode> nodes = new TreeMap<>();
    /** Guarded by this object's lock, as starting and stopping may meet when Ctrl-C is pressed. */
    private final NavigableMap<String, ValidatorProcess> processes = new TreeMap<>();

    private final CountDownLatch closing = new CountDownLatch(1);
    private final ReadinessProbe probe = new ReadinessProbe();
    private final Thread exitHook = new Thread(this::stopAll, "stop-validators");

    private final KhazanaProgram program;
    private final Runnable afterStop;

    /**
     * Nothing runs yet.
     *
     * @param afterStop runs whenever all have stopped, even when it is Ctrl-C that stops them; perhaps twice
     */
    public LocalCluster(Collection<ValidatorNode> validators, KhazanaProgram program, Runnable afterStop) {
        this.program = program;
        this.afterStop = afterStop;
        validators.forEach(validator -> nodes.put(validator.id(), validator));
        Runtime.getRuntime().addShutdownHook(exitHook);
    }

    /** Nothing runs yet; the validators will run the same program as this process. */
    public LocalCluster(Collection<ValidatorNode> validators) {
        this(validators, KhazanaProgram.sameAsHere(), () -> {});
    }

    public List<ValidatorNode> nodes() {
        return List.copyOf(nodes.values());
    }

    /** Starts all validators and returns when each says that it is ready, within {@code patience} for all of them. */
    public void startAll(Duration patience) throws InterruptedException {
        nodes.keySet().forEach(this::start);
        for (String validator : nodes.keySet()) {
            awaitReady(validator, patience);
        }
    }

    /** Starts one validator; returns at once. */
    public synchronized ValidatorProcess start(String validator) {
        ValidatorProcess before = processes.get(validator);
        if (before != null && before.isAlive()) {
            throw new IllegalStateException(validator + " is running already");
        }
        if (isClosing()) {
            throw new ValidatorFailed(1, validator + " was not started, since the cluster is being stopped");
        }
        ValidatorProcess started = ValidatorProcess.start(node(validator), program);
        processes.put(validator, started);
        return started;
    }

    /** Returns when the validator says that it is ready; fails when it ends before, or after {@code patience}. */
    public void awaitReady(String validator, Duration patience) throws InterruptedException {
        process(validator).awaitReady(probe, patience);
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill(String validator) {
        process(validator).kill();
    }

    /** SIGKILL; returns at once, for callers who measure what the others do meanwhile. */
    public void beginKill(String validator) {
        process(validator).beginKill();
    }

    public synchronized ValidatorProcess process(String validator) {
        ValidatorProcess process = processes.get(node(validator).id());
        if (process == null) {
            throw new IllegalStateException(validator + " has not been started");
        }
        return process;
    }

    /**
     * Waits until some validator ends by itself, and tells why.
     *
     * @return empty when the cluster was closed
     */
    public Optional<ValidatorFailed> awaitFailure() throws InterruptedException {
        CompletableFuture<?>[] endings =
                running().stream().map(ValidatorProcess::ended).toArray(CompletableFuture[]::new);
        ValidatorProcess ended =
                (ValidatorProcess) CompletableFuture.anyOf(endings).join();
        boolean ours = closing.await(OWN_STOP_NOTICE_MILLIS, TimeUnit.MILLISECONDS);
        return ours ? Optional.empty() : Optional.of(ended.failure());
    }

    /** Whether the validators are being stopped, so that their silence is no failure. */
    public boolean isClosing() {
        return closing.getCount() == 0;
    }

    private synchronized List<ValidatorProcess> running() {
        return processes.values().stream().filter(ValidatorProcess::isAlive).toList();
    }

    private ValidatorNode node(String validator) {
        ValidatorNode node = nodes.get(validator);
        if (node == null) {
            throw new IllegalArgumentException("no validator " + validator + " among " + nodes.keySet());
        }
        return node;
    }

    /** Stops what runs, all at the same time; kills what has not ended after 10 seconds. */
    @Override
    public void close() {
        stopAll();
        probe.close();
        try {
            Runtime.getRuntime().removeShutdownHook(exitHook);
        } catch (IllegalStateException e) {
            // This process is ending already, and the hook has run or is running.
        }
    }

    private void stopAll() {
        closing.countDown();
        List<ValidatorProcess> running = running();
        running.forEach(ValidatorProcess::requestStop);
        running.forEach(process -> process.awaitStop(STOP_PATIENCE));
        afterStop.run();
    }
}
