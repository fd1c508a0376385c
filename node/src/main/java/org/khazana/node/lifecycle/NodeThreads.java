package org.khazana.node.lifecycle;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of the node itself, beside those of consensus, transport and HTTP. All of them are daemons. */
public final class NodeThreads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeThreads.class);
    private static final int LOOK_MILLIS = 100;
    private static final int REMINDER_MILLIS = 500;
    private static final int CHECKS_WAITING_MAX = 4_096;
    private static final int ANSWERS_WAITING_MAX = 32_768;
    private static final int ANSWER_THREADS = 2;
    private static final int SNAPSHOT_QUESTIONS_WAITING_MAX = 64;
    private static final int SNAPSHOTS_WAITING_MAX = 16;
    private static final int FINALITY_TASKS_WAITING_MAX = 64;
    private static final int STOP_SECONDS_MAX = 3;

    private final ThreadPoolExecutor checkers = pool(
            "checker",
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            CHECKS_WAITING_MAX,
            new ThreadPoolExecutor.AbortPolicy());
    private final ThreadPoolExecutor answerers =
            pool("answerer", ANSWER_THREADS, ANSWERS_WAITING_MAX, new ThreadPoolExecutor.CallerRunsPolicy());
    private final ThreadPoolExecutor snapshotServer =
            pool("snapshot-server", 1, SNAPSHOT_QUESTIONS_WAITING_MAX, new ThreadPoolExecutor.AbortPolicy());
    private final ThreadPoolExecutor snapshotPreparer =
            pool("snapshot-preparer", 1, SNAPSHOTS_WAITING_MAX, new ThreadPoolExecutor.AbortPolicy());
    private final ThreadPoolExecutor snapshotFetcher =
            pool("snapshot-fetcher", 1, 1, new ThreadPoolExecutor.AbortPolicy());
    private final ThreadPoolExecutor finality =
            pool("finality", 1, FINALITY_TASKS_WAITING_MAX, new ThreadPoolExecutor.AbortPolicy());
    private final ScheduledThreadPoolExecutor desk = new ScheduledThreadPoolExecutor(1, named("submission-desk"));

    /** Check what clients and peers submit; refuse work by {@code RejectedExecutionException} when too much waits. */
    public ExecutorService checkers() {
        return checkers;
    }

    /** Tell clients the outcome, so that writing an answer never holds up the state machine. */
    public ExecutorService answerers() {
        return answerers;
    }

    /** One thread that looks after submissions on their way, and after the node as a whole. */
    public ScheduledExecutorService desk() {
        return desk;
    }

    /** Runs {@code task} again and again, every tenth of a second. A task that throws is reported and goes on. */
    public void lookAfter(Runnable task) {
        repeat(task, LOOK_MILLIS);
    }

    /** The same every half a second, for what is only there because messages get lost. */
    public void remind(Runnable task) {
        repeat(task, REMINDER_MILLIS);
    }

    private void repeat(Runnable task, int millis) {
        var ignored = desk.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        LOG.error("looking after the node failed; trying again", e);
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    /** Reads chunks of snapshots for others; refuses when too many are asked for. */
    public ExecutorService snapshotServer() {
        return snapshotServer;
    }

    /** Reads whole states and brings them to stable storage; refuses when too much waits. */
    public ExecutorService snapshotPreparer() {
        return snapshotPreparer;
    }

    /** Signs what blocks came to and counts signatures; refuses reminders when it has too much to do. */
    public ExecutorService finality() {
        return finality;
    }

    /** Fetches a snapshot, which may take long; refuses a second one. */
    public ExecutorService snapshotFetcher() {
        return snapshotFetcher;
    }

    private static ThreadPoolExecutor pool(
            String name, int threads, int waitingMax, java.util.concurrent.RejectedExecutionHandler whenFull) {
        return new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waitingMax), named(name), whenFull);
    }

    private static ThreadFactory named(String name) {
        AtomicInteger numbers = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + numbers.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Stops all of them, within three seconds each. */
    @Override
    public void close() {
        desk.shutdownNow();
        await(desk);
        // Not interrupted: a file that is being written to then is closed by it, and that would look like a broken
        // disk.
        finality.shutdown();
        await(finality);
        for (ExecutorService threads :
                new ExecutorService[] {snapshotFetcher, snapshotServer, snapshotPreparer, checkers, answerers}) {
            threads.shutdownNow();
            await(threads);
        }
    }

    private static void await(ExecutorService threads) {
        try {
            threads.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
