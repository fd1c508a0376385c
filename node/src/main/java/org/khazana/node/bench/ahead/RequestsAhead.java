package org.khazana.node.bench.ahead;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.khazana.node.bench.drive.Request;

/**
 * Requests without end, made by a thread of its own some way ahead of whoever sends them. If it is overtaken the sender waits,
 * which tells of the clients and not of those who are measured: so it is counted. Ends with {@link #close}.
 */
public final class RequestsAhead implements Iterator<Request>, AutoCloseable {
    private static final long LOOK_MILLIS = 100;

    private final BlockingQueue<Request> ready;
    private final LongFunction<Request> request;
    private final AtomicLong waitedNanos = new AtomicLong();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread thread;

    /**
     * Begins at once.
     *
     * @param first requests that are ready, at least one: so many are held ready from now on
     * @param next number of the request after them
     * @param request makes one from its number
     */
    public RequestsAhead(List<Request> first, long next, LongFunction<Request> request) {
        this.ready = new ArrayBlockingQueue<>(first.size(), false, first);
        this.request = request;
        this.thread = new Thread(() -> makeFrom(next), "bench-signer");
        thread.setDaemon(true);
        thread.start();
    }

    private void makeFrom(long next) {
        try {
            for (long number = next; ; number++) {
                ready.put(request.apply(number));
            }
        } catch (InterruptedException e) {
            // It is closed.
        } catch (RuntimeException | Error e) {
            failure.set(e);
        }
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    /** @throws IllegalStateException if the thread has failed, or the caller is interrupted while it waits */
    @Override
    public Request next() {
        Request made = ready.poll();
        return made == null ? await() : made;
    }

    private Request await() {
        long startNanos = System.nanoTime();
        try {
            while (true) {
                Request made = ready.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (made != null) {
                    return made;
                }
                Throwable thrown = failure.get();
                if (thrown != null) {
                    throw new IllegalStateException("requests cannot be made", thrown);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a request was made", e);
        } finally {
            waitedNanos.addAndGet(System.nanoTime() - startNanos);
        }
    }

    /** How long the sender has waited for requests. */
    public long waitedNanos() {
        return waitedNanos.get();
    }

    /** The thread ends soon. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
