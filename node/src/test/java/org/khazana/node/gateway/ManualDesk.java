package org.khazana.node.gateway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A desk whose one thread is the test: nothing happens until the test says so. */
final class ManualDesk extends AbstractExecutorService implements ScheduledExecutorService {
    private final Queue<Runnable> steps = new ArrayDeque<>();
    private final List<Runnable> rounds = new ArrayList<>();
    // Only asked for the handle of a task that is never run by it.
    private final ScheduledExecutorService idle = Executors.newSingleThreadScheduledExecutor();

    /** Does what was handed in, and what comes of it. */
    void catchUp() {
        for (Runnable step = steps.poll(); step != null; step = steps.poll()) {
            step.run();
        }
    }

    /** Does what comes again and again once, after all that waits. */
    void makeRound() {
        catchUp();
        rounds.forEach(Runnable::run);
        catchUp();
    }

    @Override
    public void execute(Runnable step) {
        steps.add(step);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable round, long initial, long delay, TimeUnit unit) {
        rounds.add(round);
        return idle.schedule(() -> {}, 1, TimeUnit.DAYS);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        throw new RejectedExecutionException("a submission desk only makes rounds");
    }

    @Override
    public <T> ScheduledFuture<T> schedule(Callable<T> task, long delay, TimeUnit unit) {
        throw new RejectedExecutionException("a submission desk only makes rounds");
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long initial, long period, TimeUnit unit) {
        throw new RejectedExecutionException("a submission desk only makes rounds");
    }

    @Override
    public void shutdown() {
        idle.shutdownNow();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return idle.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return idle.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return idle.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return idle.awaitTermination(timeout, unit);
    }
}
