package org.khazana.simulation.cluster;

import java.util.List;
import java.util.random.RandomGenerator;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.port.EntryFactory;
import org.khazana.simulation.linearizability.Call;
import org.khazana.simulation.linearizability.Model;
import org.khazana.simulation.linearizability.ProposalAction;

/** What the clients of a run want agreed on, and what the members make of it. */
public interface Workload {
    /**
     * Something a client proposes.
     *
     * @param number names it; what is sent again keeps its number
     */
    record Proposal(long number, Payload payload) {}

    EntryFactory entries();

    /** What a client wants at {@code wallClockMillis} by its member's calendar. */
    Proposal draw(long wallClockMillis, RandomGenerator chance);

    /** Whether clients send things again. */
    boolean repeats();

    /** The numbers of the proposals in {@code entry}, in order. */
    List<Long> numbersIn(LogEntry entry);

    /** How many proposals have changed the state; 0 where there is none. */
    long effects();

    /** What clients must find, whoever they ask; {@code calls} is the history that is to be judged. */
    Model<List<Long>, ProposalAction, List<Long>> clientModel(List<Call<ProposalAction, List<Long>>> calls);

    /** The state machine of a new member. */
    Machine newMachine();
}
