package org.khazana.simulation.world;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.message.ReadId;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.ReadOutcome;
import org.khazana.simulation.cluster.SimulatedMember;
import org.khazana.simulation.network.SimulatedNetwork;
import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/**
 * Clients that read at any member: whatever index they get must cover all that was committed when they asked, and what they
 * then see goes into the history.
 */
final class Reads implements World.Applications {
    private static final long READ_MICROS_MEAN = 150_000;

    /**
     * A read whose client waits.
     *
     * @param fromIndex what the member must have applied; empty until a quorum has said so
     */
    private record Look(SimulatedMember member, long number, long call, Optional<Long> fromIndex) {}

    private final World world;
    private final SplittableRandom chance;
    private final ClientHistory history;
    private final Map<ReadId, Long> committedWhenAsked = new HashMap<>();
    private final Map<ReadId, Look> looks =
            new TreeMap<>(Comparator.comparingLong(ReadId::process).thenComparingLong(ReadId::number));
    private boolean ended;

    Reads(World world, ClientHistory history, SplittableRandom chance) {
        this.world = world;
        this.history = history;
        this.chance = chance;
    }

    void begin() {
        world.schedule().in(SimulatedNetwork.exponential(READ_MICROS_MEAN, chance), () -> {
            if (!ended) {
                ask(world.drawVictim(chance));
                begin();
            }
        });
    }

    void end() {
        ended = true;
    }

    private void ask(Host host) {
        if (host.member().isRunning()) {
            long process = 1_000_000L * host.member().id().validator().hashCode() + host.incarnation();
            ReadId id = new ReadId(process, committedWhenAsked.size());
            committedWhenAsked.put(id, world.properties().committedIndex());
            history.drawRecent(chance)
                    .ifPresent(number ->
                            looks.put(id, new Look(host.member(), number, history.look(number), Optional.empty())));
            world.give(host, new Input.Read(id));
        }
    }

    @Override
    public void applied(SimulatedMember member, LogEntry entry) {
        answer(member);
    }

    @Override
    public void installed(SimulatedMember member, EntryMetadata last) {
        answer(member);
    }

    private void answer(SimulatedMember member) {
        looks.values().removeIf(look -> {
            boolean sees = look.member().equals(member)
                    && look.fromIndex()
                            .filter(index -> index <= member.appliedIndex())
                            .isPresent();
            if (sees) {
                history.looked(look.call(), look.number(), member);
            }
            return sees;
        });
    }

    /** Whoever waits gets no answer. */
    @Override
    public void crashed(SimulatedMember member) {
        looks.values().removeIf(look -> {
            boolean waits = look.member().equals(member);
            if (waits) {
                history.withdraw(look.call());
            }
            return waits;
        });
    }

    /** Answers may come late and several times; each must hold. */
    @Override
    public void answered(ReadOutcome outcome) {
        if (outcome instanceof ReadOutcome.Ready ready) {
            long committed = committedWhenAsked.getOrDefault(ready.id(), Long.MAX_VALUE);
            if (ready.index() < committed) {
                throw new PropertyViolation(
                        Property.READ_FRESH,
                        "a read that began when " + committed + " was committed may be answered from " + ready.index());
            }
            Look look = looks.get(ready.id());
            if (look != null) {
                looks.put(ready.id(), new Look(look.member(), look.number(), look.call(), Optional.of(ready.index())));
                answer(look.member());
            }
        }
    }
}
