package org.khazana.consensus.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.port.DurableVote;
import org.khazana.consensus.raft.InMemoryLog;

/** Log and vote of one member whose syncs can be held back or made to fail. */
final class FakeDisk extends InMemoryLog implements DurableVote {
    final AtomicBoolean fails = new AtomicBoolean();
    /** Syncs and stores that were begun, finished or not. */
    final AtomicInteger begun = new AtomicInteger();

    final AtomicInteger syncs = new AtomicInteger();
    private final Semaphore gate = new Semaphore(1);
    private volatile HardState vote = HardState.NONE;

    FakeDisk(Configuration configuration) {
        super(configuration, List.of());
    }

    void hold() {
        gate.acquireUninterruptibly();
    }

    void release() {
        gate.release();
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // readers must get through while the gate is shut
    public void sync() {
        pass();
        syncs.incrementAndGet();
        super.sync();
    }

    @Override
    public HardState load() {
        return vote;
    }

    @Override
    public void store(HardState hardState) {
        pass();
        vote = hardState;
    }

    private void pass() {
        begun.incrementAndGet();
        gate.acquireUninterruptibly();
        gate.release();
        if (fails.get()) {
            throw new UncheckedIOException(new IOException("no more disk"));
        }
    }
}
