package org.khazana.node.gateway;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;

/** Those that wait until this node has executed a certain height. Any thread waits; the one that executes tells. */
public final class ExecutedHeights {

    private record Waiting(long height, Runnable reader) {}

    private final Queue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::height)); // under the lock
    private final AtomicLong executedHeight;

    /**
     * Nobody waits yet.
     *
     * @param executedHeight of this node at the start
     */
    public ExecutedHeights(long executedHeight) {
        this.executedHeight = new AtomicLong(executedHeight);
    }

    /** Runs {@code reader}, which must neither block nor throw, once {@code height} is executed: at once if it is. */
    synchronized void await(long height, Runnable reader) {
        waiting.add(new Waiting(height, reader));
        tellDue();
    }

    /** The block at {@code height} was executed, and its effects can be read. */
    public synchronized void executed(long height) {
        executedHeight.set(height);
        tellDue();
    }

    /** The newest of them; what it has appointed and changed can be read. */
    public long height() {
        return executedHeight.get();
    }

    private void tellDue() {
        while (!waiting.isEmpty() && waiting.element().height() <= executedHeight.get()) {
            waiting.remove().reader().run();
        }
    }
}
