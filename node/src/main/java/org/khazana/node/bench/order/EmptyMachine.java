package org.khazana.node.bench.order;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.port.StateMachine;

/** A state machine without a state: it only tells what it is given. */
final class EmptyMachine implements StateMachine {
    private final AtomicLong appliedIndex = new AtomicLong();
    private final Consumer<LogEntry> applied;

    /** Begins with an empty log. */
    EmptyMachine(Consumer<LogEntry> applied) {
        this.applied = applied;
    }

    @Override
    public long appliedIndex() {
        return appliedIndex.get();
    }

    @Override
    public void apply(LogEntry entry) {
        appliedIndex.set(entry.index());
        applied.accept(entry);
    }
}
