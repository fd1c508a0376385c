package org.khazana.consensus.runtime;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.port.FetchedSnapshot;
import org.khazana.consensus.port.StateMachine;

/**
 * Feeds what is committed and durable to the state machine, in order, on one thread. A fetched snapshot is installed on
 * the same thread, so that never an entry is applied to a state that is just being exchanged.
 */
final class Applier implements Runnable {
    /** More lists than the core's own byte bound lets out, as each entry counts for at least 256 bytes there. */
    private static final int WAITING_MAX = 1 << 20;

    private final StateMachine machine;
    private final FaultLatch fault;
    private final LongConsumer onApplied;
    private final Consumer<FetchedSnapshot> onInstalled;
    private final BlockingQueue<Work> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
    private long installedIndex; // of the applier's thread

    private sealed interface Work {
        record Entries(List<LogEntry> entries) implements Work {}

        record Install(FetchedSnapshot snapshot) implements Work {}

        record End() implements Work {}
    }

    /**
     * Nothing waits yet.
     *
     * @param onApplied told the index after each handed list; must not block
     * @param onInstalled told after each installation; must not block
     */
    Applier(StateMachine machine, FaultLatch fault, LongConsumer onApplied, Consumer<FetchedSnapshot> onInstalled) {
        this.machine = machine;
        this.fault = fault;
        this.onApplied = onApplied;
        this.onInstalled = onInstalled;
    }

    /** @param committed not empty */
    void submit(List<LogEntry> committed) {
        submit(new Work.Entries(committed));
    }

    /** Installs {@code snapshot} after everything submitted before, unless the state is as new by then. */
    void install(FetchedSnapshot snapshot) {
        submit(new Work.Install(snapshot));
    }

    private void submit(Work work) {
        Invariant.check(waiting.offer(work), "more than %s lists wait for the state machine", WAITING_MAX);
    }

    /** Ends the thread after everything submitted before. */
    void end() {
        waiting.add(new Work.End());
    }

    @Override
    public void run() {
        Work work = take();
        while (!(work instanceof Work.End) && !fault.happened()) {
            switch (work) {
                case Work.Entries(List<LogEntry> entries) -> apply(entries);
                case Work.Install(FetchedSnapshot snapshot) -> carryOut(snapshot);
                case Work.End end -> throw new IllegalStateException("ends the loop");
            }
            work = take();
        }
    }

    private void apply(List<LogEntry> entries) {
        for (LogEntry entry : entries) {
            // The core goes on handing over entries until it hears of an installed snapshot, which holds their effects.
            if (entry.index() > installedIndex) {
                long expected = machine.appliedIndex() + 1;
                Invariant.check(entry.index() == expected, "entry %s comes where %s is due", entry.id(), expected);
                machine.apply(entry);
            }
        }
        onApplied.accept(entries.get(entries.size() - 1).index());
    }

    private void carryOut(FetchedSnapshot snapshot) {
        long index = snapshot.last().index();
        if (index <= machine.appliedIndex()) {
            snapshot.dismissed();
            return;
        }
        snapshot.install();
        Invariant.check(
                machine.appliedIndex() == index,
                "the state holds entry %s after a snapshot of entry %s was installed",
                machine.appliedIndex(),
                index);
        installedIndex = index;
        onInstalled.accept(snapshot);
    }

    private Work take() {
        try {
            return waiting.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt the applier", e);
        }
    }
}
