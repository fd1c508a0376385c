package org.khazana.node.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * One direction of a proxied connection: a thread reads, another writes what is due, as the weather allows. At most one
 * mebibyte waits between them; then the sender feels it, as with any slow network.
 */
final class Pipe {
    private static final int CHUNK_BYTES_MAX = 16 * 1024;
    private static final int CHUNKS_WAITING_MAX = 64;
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Bytes and when they came; no bytes at the end of the stream. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    private record Chunk(byte[] bytes, long readNanos) {
        boolean isEnd() {
            return bytes.length == 0;
        }
    }

    private final Socket in;
    private final Socket out;
    private final Supplier<Weather> weather;
    private final Runnable breakOff;
    private final BlockingQueue<Chunk> waiting = new ArrayBlockingQueue<>(CHUNKS_WAITING_MAX);
    private final AtomicBoolean hasLost = new AtomicBoolean();

    /** @param breakOff ends both directions */
    Pipe(Socket in, Socket out, Supplier<Weather> weather, Runnable breakOff) {
        this.in = in;
        this.out = out;
        this.weather = weather;
        this.breakOff = breakOff;
    }

    void start() {
        Thread.ofVirtual().name("proxy-reader").start(this::read);
        Thread.ofVirtual().name("proxy-writer").start(this::write);
    }

    /** Whether bytes have disappeared here, so that what follows makes no sense any more. */
    boolean hasLost() {
        return hasLost.get();
    }

    private void read() {
        byte[] buffer = new byte[CHUNK_BYTES_MAX];
        try {
            InputStream from = in.getInputStream();
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                waiting.put(new Chunk(Arrays.copyOf(buffer, read), System.nanoTime()));
            }
            waiting.put(new Chunk(new byte[0], System.nanoTime()));
        } catch (IOException e) {
            breakOff.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            OutputStream to = out.getOutputStream();
            for (Chunk chunk = waiting.take(); !out.isClosed(); chunk = waiting.take()) {
                if (!mayPass(chunk)) {
                    hasLost.set(true);
                    continue;
                }
                if (chunk.isEnd()) {
                    breakOff.run();
                    return;
                }
                to.write(chunk.bytes());
                to.flush();
                throttle(chunk.bytes().length);
            }
        } catch (IOException e) {
            breakOff.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it is due and not held; false when it is lost. */
    private boolean mayPass(Chunk chunk) {
        while (!out.isClosed()) {
            Weather now = weather.get();
            long dueNanos = chunk.readNanos() + TimeUnit.MILLISECONDS.toNanos(now.delayMillis());
            switch (now.passage()) {
                case LOST -> {
                    return false;
                }
                case OPEN -> {
                    if (dueNanos - System.nanoTime() <= 0) {
                        return true;
                    }
                }
                case HELD -> {}
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return false;
    }

    private void throttle(int bytes) {
        long bytesPerSecond = weather.get().bytesPerSecond();
        if (bytesPerSecond > 0) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(bytes) / bytesPerSecond);
        }
    }
}
