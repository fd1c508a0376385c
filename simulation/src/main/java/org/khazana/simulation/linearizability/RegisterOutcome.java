package org.khazana.simulation.linearizability;

/** What a register answers. */
public sealed interface RegisterOutcome {

    /** What was read. */
    record Value(long value) implements RegisterOutcome {}

    /** The write was done. */
    record Written() implements RegisterOutcome {}
}
