package org.khazana.simulation.world;

import java.util.List;
import java.util.SplittableRandom;
import org.khazana.consensus.log.LogEntry;
import org.khazana.simulation.cluster.SimulatedMember;
import org.khazana.simulation.network.SimulatedNetwork;

/** Breaks things while the chaos lasts: draws when and what, and brings back whoever went down. */
final class Faults implements World.Applications {
    private static final long CRASHES_AGAIN_MICROS_MEAN = 300_000;

    private final World world;
    private final SplittableRandom chance;
    private final ProcessFaults processes;
    private final NetworkFaults network;
    private boolean ended;

    Faults(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
        processes = new ProcessFaults(world, chance.split());
        network = new NetworkFaults(world, chance.split());
    }

    void begin() {
        if (!world.swarm().faults().kinds().isEmpty()) {
            planNext();
        }
    }

    /** From now on nothing new breaks; what is broken stays so until somebody mends it. */
    void end() {
        ended = true;
        world.hosts().values().forEach(Host::disarmCrash);
    }

    private void planNext() {
        world.schedule().in(SimulatedNetwork.exponential(world.swarm().faults().everyMicrosMean(), chance), () -> {
            if (!ended) {
                strike();
                planNext();
            }
        });
    }

    private void strike() {
        List<FaultKind> kinds = world.swarm().faults().kinds();
        FaultKind kind = kinds.get(chance.nextInt(kinds.size()));
        switch (kind) {
            case CRASH, CRASH_AT_BOUNDARY, CRASH_ALL, CRASH_LOOP, ROLLING_RESTART, PAUSE ->
                processes.strike(kind, () -> !ended);
            case HANDOVER, CLOCK_JUMP, CLOCK_RATE, DISK_STALL, DISK_ERROR, DISK_FULL, LOSS, WIPE ->
                processes.strike(kind, () -> !ended);
            case PARTITION, CLOG, SWIZZLE -> network.strike(kind, () -> !ended);
        }
    }

    @Override
    public void applied(SimulatedMember member, LogEntry entry) {
        // Faults do not look at what is applied.
    }

    /** Whatever crashed comes back, while the chaos lasts, after a random time. */
    @Override
    public void crashed(SimulatedMember member) {
        Host host = world.host(member.id());
        int incarnation = host.incarnation();
        world.schedule().in(SimulatedNetwork.exponential(world.swarm().faults().downMicrosMean(), chance), () -> {
            if (!ended && host.incarnation() == incarnation && !member.isRunning()) {
                world.start(host);
                crashAgainSoon(host);
            }
        });
    }

    private void crashAgainSoon(Host host) {
        if (!host.member().isRunning() || !host.diesSoonAgain()) {
            return;
        }
        int incarnation = host.incarnation();
        world.schedule().in(SimulatedNetwork.exponential(CRASHES_AGAIN_MICROS_MEAN, chance), () -> {
            if (!ended && host.incarnation() == incarnation && host.member().isRunning()) {
                world.crash(host);
            }
        });
    }
}
