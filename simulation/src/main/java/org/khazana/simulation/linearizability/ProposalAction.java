package org.khazana.simulation.linearizability;

/** What the clients of a simulated cluster do: propose something that has a number, or look what became of it. */
public sealed interface ProposalAction {
    long number();

    record Propose(long number) implements ProposalAction {}

    record Look(long number) implements ProposalAction {}
}
