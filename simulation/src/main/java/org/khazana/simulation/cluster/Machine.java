package org.khazana.simulation.cluster;

import java.util.List;
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
        public List<Long> answer(long number) {
            return List.of();
        }

        @Override
        public List<Long> look(long number) {
            return List.of();
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

    /** What a client is told whose proposal of this number was just applied here. */
    List<Long> answer(long number);

    /** What a client sees that looks for the proposal of this number, as the model of the workload has it. */
    List<Long> look(long number);

    /** The state as it is now. */
    Saved save();

    /** The state becomes what a snapshot of the entries up to {@code index} holds. */
    void install(long index, Saved saved);
}
