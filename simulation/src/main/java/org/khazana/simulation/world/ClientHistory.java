package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.khazana.simulation.cluster.SimulatedMember;
import org.khazana.simulation.linearizability.Call;
import org.khazana.simulation.linearizability.History;
import org.khazana.simulation.linearizability.Linearizability;
import org.khazana.simulation.linearizability.Model;
import org.khazana.simulation.linearizability.ProposalAction;
import org.khazana.simulation.linearizability.Verdict;
import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/** What the clients of a run asked and were told, and nothing else: judged at the end without looking inside. */
final class ClientHistory {
    /** Enough for nearly every run; a few histories in which many calls stay open are given up. */
    private static final long STEPS_MAX = 20_000;

    private static final int RECENT = 20;

    private final World world;
    private final History<ProposalAction, List<Long>> history = new History<>();
    private final List<Long> proposed = new ArrayList<>();
    private Optional<Long> lastDone = Optional.empty();

    ClientHistory(World world) {
        this.world = world;
    }

    // ---- proposals

    /** A client is about to propose these; the calls are to be given back with the answer. */
    List<Long> propose(List<Long> numbers) {
        proposed.addAll(numbers);
        return numbers.stream()
                .map(number -> history.asked("client", new ProposalAction.Propose(number)))
                .toList();
    }

    /** The member asked has applied them. */
    void done(List<Long> calls, List<Long> numbers, SimulatedMember member) {
        for (int place = 0; place < calls.size(); place++) {
            history.answered(calls.get(place), member.answer(numbers.get(place)));
            lastDone = Optional.of(numbers.get(place));
        }
    }

    // ---- looks

    /** Something worth a look: what was done last, or another one of the newest. */
    Optional<Long> drawRecent(RandomGenerator chance) {
        if (proposed.isEmpty() || chance.nextBoolean()) {
            return lastDone;
        }
        int newest = proposed.size() - 1;
        return Optional.of(proposed.get(newest - chance.nextInt(Math.min(RECENT, proposed.size()))));
    }

    long look(long number) {
        return history.asked("reader", new ProposalAction.Look(number));
    }

    void looked(long call, long number, SimulatedMember member) {
        history.answered(call, member.look(number));
    }

    /** It was not done and never will be, or was only a look. */
    void withdraw(long call) {
        history.withdrawn(call);
    }

    // ---- judgement

    private void lookAtEverything() {
        SimulatedMember member = world.hosts().values().stream()
                .map(Host::member)
                .filter(SimulatedMember::isRunning)
                .max(Comparator.comparingLong(SimulatedMember::appliedIndex))
                .orElseThrow();
        Model<List<Long>, ProposalAction, List<Long>> model = world.workload().clientModel(List.of());
        Set<String> keys = new HashSet<>();
        for (long number : proposed) {
            if (keys.add(model.key(new ProposalAction.Look(number)))) {
                looked(look(number), number, member);
            }
        }
    }

    /**
     * There must be an order that explains what all clients were told. Where nothing went beyond repair, the members agree by
     * now, and a last look at everything is an answer like any other.
     */
    void judge() {
        if (!world.atlas().isExceeded()) {
            lookAtEverything();
        }
        List<Call<ProposalAction, List<Long>>> calls = history.calls();
        switch (Linearizability.check(world.workload().clientModel(calls), calls, STEPS_MAX)) {
            case Verdict.Linearizable found -> world.reach(Reached.JUDGED);
            case Verdict.Undecided givenUp -> world.reach(Reached.UNDECIDED);
            case Verdict.NotLinearizable wrong ->
                throw new PropertyViolation(
                        Property.LINEARIZABLE, wrong.contradiction().toString());
        }
    }
}
