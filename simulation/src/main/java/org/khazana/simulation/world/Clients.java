package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.simulation.cluster.SimulatedMember;
import org.khazana.simulation.cluster.Workload;
import org.khazana.simulation.network.SimulatedNetwork;
import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/** Clients that propose to whom they think leads, and remember what they were told. */
final class Clients implements World.Applications {
    private static final int BATCH_MAX = 3;

    private record Place(MemberId member, long index) {}

    private record Waiting(EntryId id, List<Long> numbers, List<Long> calls) {}

    private final World world;
    private final ClientHistory history;
    private final SplittableRandom chance;
    private final Map<Place, Waiting> waiting = new HashMap<>();
    private boolean ended;

    Clients(World world, ClientHistory history, SplittableRandom chance) {
        this.world = world;
        this.history = history;
        this.chance = chance;
    }

    void begin() {
        for (int client = 0; client < world.swarm().load().clients(); client++) {
            planNext(anyMember());
        }
    }

    void end() {
        ended = true;
    }

    private void planNext(MemberId target) {
        long think = SimulatedNetwork.exponential(world.swarm().load().thinkMicrosMean(), chance);
        world.schedule().in(think, () -> {
            if (!ended) {
                planNext(propose(target));
            }
        });
    }

    /** Proposes fresh numbers to {@code target}; returns whom to ask next. */
    MemberId propose(MemberId target) {
        Optional<Host> found = world.find(target).filter(host -> host.member().isRunning());
        if (found.isEmpty()) {
            return anyMember();
        }
        Host host = found.get();
        long wallClockMillis = host.clock().wallMillis(world.schedule().nowMicros());
        List<Long> numbers = new ArrayList<>();
        List<Payload> proposals = new ArrayList<>();
        for (int batch = chance.nextInt(1, BATCH_MAX + 1); batch > 0; batch--) {
            Workload.Proposal proposal = world.workload().draw(wallClockMillis, chance);
            numbers.add(proposal.number());
            proposals.add(proposal.payload());
        }
        List<Long> calls = history.propose(numbers);
        Optional<ProposalOutcome> outcome = world.give(host, new Input.Propose(wallClockMillis, proposals));
        if (outcome.isEmpty()) {
            return anyMember();
        }
        if (!(outcome.get() instanceof ProposalOutcome.Appended)) {
            calls.forEach(history::withdraw);
        }
        return switch (outcome.get()) {
            case ProposalOutcome.Appended appended -> {
                waiting.put(new Place(target, appended.id().index()), new Waiting(appended.id(), numbers, calls));
                yield target;
            }
            case ProposalOutcome.NotLeader notLeader -> notLeader.leader().orElseGet(this::anyMember);
            case ProposalOutcome.Overloaded overloaded -> target;
            case ProposalOutcome.Refused refused -> throw new IllegalStateException("clients change no membership");
        };
    }

    /** Whether nobody waits for an answer of one of {@code members} any more. */
    boolean areAnsweredBy(Set<MemberId> members) {
        return waiting.keySet().stream().noneMatch(place -> members.contains(place.member()));
    }

    private MemberId anyMember() {
        List<MemberId> members = List.copyOf(world.hosts().keySet());
        return members.get(chance.nextInt(members.size()));
    }

    @Override
    public void applied(SimulatedMember member, LogEntry entry) {
        Waiting waited = waiting.remove(new Place(member.id(), entry.index()));
        if (waited == null) {
            return;
        }
        if (!waited.id().equals(entry.id())) {
            waited.calls().forEach(history::withdraw);
            return;
        }
        history.done(waited.calls(), waited.numbers(), member);
        if (!world.workload().numbersIn(entry).equals(waited.numbers())) {
            throw new PropertyViolation(
                    Property.EXACTLY_ONCE,
                    entry.id() + " was said to carry " + waited.numbers() + ", but carries "
                            + world.workload().numbersIn(entry));
        }
        waited.numbers().forEach(number -> world.properties().acknowledged(number, entry.index()));
    }

    /** Whoever waits for something in the middle of a fetched state never learns what became of it. */
    @Override
    public void installed(SimulatedMember member, EntryMetadata last) {
        waiting.keySet().removeIf(place -> place.member().equals(member.id()) && place.index() <= last.index());
    }

    /** Nobody will answer any more: the outcome stays unknown. */
    @Override
    public void crashed(SimulatedMember member) {
        waiting.keySet().removeIf(place -> place.member().equals(member.id()));
    }
}
