package org.khazana.simulation.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.port.EntryFactory;
import org.khazana.simulation.linearizability.Call;
import org.khazana.simulation.linearizability.ListModel;
import org.khazana.simulation.linearizability.Model;
import org.khazana.simulation.linearizability.ProposalAction;

/** Clients propose numbers, each once, with some padding; the state is a digest of them, and lists to look at. */
public final class NumberWorkload implements Workload {
    private static final int LISTS = 16;

    private final SimulatedEntries entries = new SimulatedEntries();
    private final int proposalBytesMax;
    private final List<Long> digests = new ArrayList<>();
    private long lastNumber;

    public NumberWorkload(int proposalBytesMax) {
        this.proposalBytesMax = proposalBytesMax;
    }

    @Override
    public EntryFactory entries() {
        return entries;
    }

    @Override
    public Proposal draw(long wallClockMillis, RandomGenerator chance) {
        lastNumber++;
        return new Proposal(lastNumber, SimulatedEntries.proposal(lastNumber, chance.nextInt(proposalBytesMax + 1)));
    }

    @Override
    public boolean repeats() {
        return false;
    }

    @Override
    public List<Long> numbersIn(LogEntry entry) {
        return SimulatedEntries.proposalNumbers(entry);
    }

    @Override
    public long effects() {
        return 0;
    }

    @Override
    public Model<List<Long>, ProposalAction, List<Long>> clientModel(List<Call<ProposalAction, List<Long>>> calls) {
        return ListModel.of(LISTS, calls);
    }

    @Override
    public Machine newMachine() {
        return new DigestMachine(digests, LISTS);
    }
}
