package org.khazana.simulation.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.port.EntryFactory;
import org.khazana.simulation.cluster.Machine;
import org.khazana.simulation.cluster.Workload;
import org.khazana.simulation.linearizability.Call;
import org.khazana.simulation.linearizability.DecisionModel;
import org.khazana.simulation.linearizability.Model;
import org.khazana.simulation.linearizability.ProposalAction;

/** Clients submit transactions to a ledger, some of them again and again. */
public final class LedgerWorkload implements Workload {
    private static final int SENT_AGAIN_IN = 6;

    private final BlockEntries entries = new BlockEntries();
    private final LedgerHistory history = new LedgerHistory();
    private final List<Proposal> sent = new ArrayList<>();
    private final Map<ByteBuffer, Long> numberOf = new HashMap<>();

    @Override
    public EntryFactory entries() {
        return entries;
    }

    @Override
    public Proposal draw(long wallClockMillis, RandomGenerator chance) {
        if (!sent.isEmpty() && chance.nextInt(SENT_AGAIN_IN) == 0) {
            return sent.get(chance.nextInt(sent.size()));
        }
        long number = sent.size() + 1L;
        byte[] envelope = new RandomBusiness(chance).envelope(number, wallClockMillis);
        Long earlier = numberOf.putIfAbsent(ByteBuffer.wrap(envelope), number);
        if (earlier != null) {
            return sent.get(Math.toIntExact(earlier - 1)); // chance has made the same transaction again
        }
        Proposal proposal = new Proposal(number, Payload.wrap(envelope));
        sent.add(proposal);
        return proposal;
    }

    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public List<Long> numbersIn(LogEntry entry) {
        return BlockEntries.blockIn(entry).envelopes().stream()
                .map(this::numberOf)
                .toList();
    }

    private long numberOf(byte[] envelope) {
        return numberOf.getOrDefault(ByteBuffer.wrap(envelope), 0L);
    }

    @Override
    public Model<List<Long>, ProposalAction, List<Long>> clientModel(List<Call<ProposalAction, List<Long>>> calls) {
        return new DecisionModel();
    }

    @Override
    public long effects() {
        return history.carriedOut();
    }

    @Override
    public Machine newMachine() {
        return new LedgerMachine(history, this::numberOf);
    }
}
