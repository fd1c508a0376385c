package org.khazana.simulation.world;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.message.ReadId;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.ReadOutcome;
import org.khazana.simulation.cluster.SimulatedMember;
import org.khazana.simulation.network.SimulatedNetwork;
import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/** Clients that read at any member: whatever index they get must cover all that was committed when they asked. */
final class Reads implements World.Applications {
    private static final long READ_MICROS_MEAN = 150_000;

    private final World world;
    private final SplittableRandom chance;
    private final Map<ReadId, Long> committedWhenAsked = new HashMap<>();
    private boolean ended;

    Reads(World world, SplittableRandom chance) {
        this.world = world;
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
            world.give(host, new Input.Read(id));
        }
    }

    @Override
    public void applied(SimulatedMember member, LogEntry entry) {
        // An index is enough: what is applied up to it is judged elsewhere.
    }

    @Override
    public void crashed(SimulatedMember member) {
        // Whoever waits gets no answer.
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
        }
    }
}
