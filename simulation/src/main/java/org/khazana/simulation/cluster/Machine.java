package org.khazana.simulation.cluster;

import org.khazana.consensus.log.LogEntry;

/** The state machine of one member. */
public interface Machine {
    /** A whole state as it travels in a snapshot; never changes. */
    interface Saved {}

    /** Keeps no state. */
    Machine NONE = new Machine() {
        @Override
        public void apply(LogEntry entry) {}

        @Override
        public void fallBackTo(long index) {}

        @Override
        public String state() {
            return "";
        }

        @Override
        public Saved save() {
            return new Saved() {};
        }

        @Override
        public void install(long index, Saved saved) {}
    };

    /** Moves the state on by the next entry. */
    void apply(LogEntry entry);

    /** The process has died, and what was written of the state ends with the entry at {@code index}. */
    void fallBackTo(long index);

    /** The whole state, for comparing two members at the same index. */
    String state();

    /** The state as it is now. */
    Saved save();

    /** The state becomes what a snapshot of the entries up to {@code index} holds. */
    void install(long index, Saved saved);
}
