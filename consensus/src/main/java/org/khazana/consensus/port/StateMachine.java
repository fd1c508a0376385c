package org.khazana.consensus.port;

import org.khazana.consensus.log.LogEntry;

/** What the members agree on is applied here, one entry after another, on a thread of its own. */
public interface StateMachine {

    /** Index of the last entry whose effects the state holds, durably or by replay; 0 for the genesis. */
    long appliedIndex();

    /** Applies the entry at {@code appliedIndex() + 1}. Anything thrown is a fault that stops the process. */
    void apply(LogEntry entry);
}
