package org.khazana.consensus.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.raft.DurableWrite;

/**
 * The only writer of log and vote. Takes everything that waits, writes it in order, syncs once, and only then lets the
 * messages go that speak of it: persist before you speak, at the price of one sync for many steps.
 */
final class LogWriter implements Runnable {
    /** Above this the loop is told to hold back; it may still finish the step it is in. */
    static final long WAITING_BYTES_MAX = 128L << 20;

    private static final WriteJob END = new WriteJob(Optional.empty(), List.of());
    private static final long IDLE = Long.MIN_VALUE;

    private final ReplicaPorts ports;
    private final Clock clock;
    private final FaultLatch fault;
    private final LongConsumer onWritten;
    private final int waitingMax;
    private final BlockingQueue<WriteJob> waiting;
    private final AtomicLong waitingBytes = new AtomicLong();
    private volatile long busySinceMillis = IDLE;

    /** @param onWritten told the highest ticket after each sync; must not block */
    LogWriter(ReplicaPorts ports, int waitingMax, Clock clock, FaultLatch fault, LongConsumer onWritten) {
        this.ports = ports;
        this.clock = clock;
        this.fault = fault;
        this.onWritten = onWritten;
        this.waitingMax = waitingMax;
        this.waiting = new LinkedBlockingQueue<>(2 * waitingMax);
    }

    void submit(WriteJob job) {
        waitingBytes.addAndGet(job.payloadBytes());
        Invariant.check(waiting.offer(job), "more than %s writes wait for the disk", 2 * waitingMax);
    }

    /** Whether so much waits that nothing should be taken in that asks for more. */
    boolean isCrowded() {
        return waiting.size() >= waitingMax || waitingBytes.get() >= WAITING_BYTES_MAX;
    }

    /** For how long the writer has been at one group of writes; 0 when it waits for work. */
    long busyMillis(long nowMillis) {
        long since = busySinceMillis;
        return since == IDLE ? 0 : Math.max(0, nowMillis - since);
    }

    /** Ends the thread after everything submitted before. */
    void end() {
        waiting.add(END);
    }

    @Override
    public void run() {
        List<WriteJob> group = new ArrayList<>();
        boolean ended = false;
        while (!ended && !fault.happened()) {
            takeGroup(group);
            busySinceMillis = clock.monotonicMillis();
            ended = group.remove(END);
            carryOut(group);
            busySinceMillis = IDLE;
            group.clear();
        }
    }

    private void takeGroup(List<WriteJob> group) {
        try {
            group.add(waiting.take());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt the log writer", e);
        }
        waiting.drainTo(group);
    }

    private void carryOut(List<WriteJob> group) {
        long ticket = write(group);
        if (fault.happened()) {
            return; // another part has failed: claim nothing more
        }
        for (WriteJob job : group) {
            job.messages().forEach(outgoing -> ports.peers().send(outgoing.to(), outgoing.message()));
            waitingBytes.addAndGet(-job.payloadBytes());
        }
        if (ticket > 0) {
            onWritten.accept(ticket);
        }
    }

    /** Makes a group durable; the highest ticket in it, or 0 when it held no write. */
    private long write(List<WriteJob> group) {
        long ticket = 0;
        boolean logTouched = false;
        List<LogEntry> run = new ArrayList<>();
        for (WriteJob job : group) {
            if (job.write().isPresent()) {
                DurableWrite write = job.write().get();
                ticket = write.ticket();
                write.hardState().ifPresent(ports.vote()::store);
                if (write.restart().isPresent()) {
                    append(run);
                    DurableWrite.Restart restart = write.restart().get();
                    ports.log().restartAt(restart.base(), restart.configuration());
                    logTouched = true;
                }
                if (write.truncateFrom().isPresent()) {
                    append(run);
                    ports.log().truncateFrom(write.truncateFrom().getAsLong());
                    logTouched = true;
                }
                run.addAll(write.entries());
                logTouched |= !write.entries().isEmpty();
            }
        }
        append(run);
        if (logTouched) {
            ports.log().sync();
        }
        compact(group);
        return ticket;
    }

    /** After the sync: only what is durable may be forgotten. */
    private void compact(List<WriteJob> group) {
        for (WriteJob job : group) {
            job.write()
                    .map(DurableWrite::compactThrough)
                    .ifPresent(through -> through.ifPresent(ports.log()::compactThrough));
        }
    }

    private void append(List<LogEntry> run) {
        if (!run.isEmpty()) {
            ports.log().append(List.copyOf(run));
            run.clear();
        }
    }
}
