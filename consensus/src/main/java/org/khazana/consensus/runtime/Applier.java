package org.khazana.consensus.runtime;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongConsumer;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.port.StateMachine;

/** Feeds what is committed and durable to the state machine, in order, on one thread. */
final class Applier implements Runnable {
    /** More lists than the core's own byte bound lets out, as each entry counts for at least 256 bytes there. */
    private static final int WAITING_MAX = 1 << 20;

    private static final List<LogEntry> END = List.of();

    private final StateMachine machine;
    private final FaultLatch fault;
    private final LongConsumer onApplied;
    private final BlockingQueue<List<LogEntry>> waiting = new LinkedBlockingQueue<>(WAITING_MAX);

    /** @param onApplied told the index after each handed list; must not block */
    Applier(StateMachine machine, FaultLatch fault, LongConsumer onApplied) {
        this.machine = machine;
        this.fault = fault;
        this.onApplied = onApplied;
    }

    /** @param committed not empty */
    void submit(List<LogEntry> committed) {
        Invariant.check(waiting.offer(committed), "more than %s lists wait for the state machine", WAITING_MAX);
    }

    /** Ends the thread after everything submitted before. */
    void end() {
        waiting.add(END);
    }

    @Override
    public void run() {
        List<LogEntry> entries = take();
        while (!entries.isEmpty() && !fault.happened()) {
            for (LogEntry entry : entries) {
                long expected = machine.appliedIndex() + 1;
                Invariant.check(entry.index() == expected, "entry %s comes where %s is due", entry.id(), expected);
                machine.apply(entry);
            }
            onApplied.accept(entries.get(entries.size() - 1).index());
            entries = take();
        }
    }

    private List<LogEntry> take() {
        try {
            return waiting.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt the applier", e);
        }
    }
}
