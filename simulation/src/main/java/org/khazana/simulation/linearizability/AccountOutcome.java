package org.khazana.simulation.linearizability;

/** What the ledger answers. */
public sealed interface AccountOutcome {

    /** What was read. */
    record Balance(long quantity) implements AccountOutcome {}

    /** The receipt says that it was done. */
    record Done() implements AccountOutcome {}

    /** The receipt says that the giving account does not hold enough. */
    record Refused() implements AccountOutcome {}
}
