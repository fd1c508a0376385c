package org.khazana.simulation.world;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.Input;
import org.khazana.simulation.cluster.SimulatedMember;
import org.khazana.simulation.network.SimulatedNetwork;

/**
 * Connections that end: those of a process that died, and some while both ends go on. The news travels as a message does,
 * so it may come late, or never; it is no news any more once the other end has connected again.
 */
final class BrokenConnections implements World.Applications {
    private static final int BREAKS_IN = 4;

    private final World world;
    private final SplittableRandom chance;
    private boolean ended;

    BrokenConnections(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
    }

    void begin() {
        world.schedule().in(SimulatedNetwork.exponential(world.swarm().faults().everyMicrosMean(), chance), () -> {
            if (!ended) {
                breakSome();
                begin();
            }
        });
    }

    /** From now on only connections end whose process has. */
    void end() {
        ended = true;
    }

    private void breakSome() {
        for (MemberId from : world.hosts().keySet()) {
            for (MemberId to : world.hosts().keySet()) {
                if (!from.equals(to) && chance.nextInt(BREAKS_IN) == 0) {
                    breaks(from, to, () -> !ended);
                }
            }
        }
    }

    @Override
    public void crashed(SimulatedMember member) {
        MemberId gone = member.id();
        for (MemberId other : world.hosts().keySet()) {
            if (!other.equals(gone)) {
                breaks(
                        gone,
                        other,
                        () -> world.find(gone)
                                .filter(host -> host.member().isRunning())
                                .isEmpty());
            }
        }
    }

    private void breaks(MemberId from, MemberId to, BooleanSupplier isNews) {
        world.network().arrivalsMicros(world.schedule().nowMicros(), from, to).stream()
                .limit(1)
                .forEach(arrival -> world.schedule().at(arrival, () -> {
                    if (isNews.getAsBoolean()) {
                        notice(from, to);
                    }
                }));
    }

    private void notice(MemberId from, MemberId to) {
        world.find(to).filter(host -> host.member().isRunning()).ifPresent(host -> {
            world.tell(host, "loses its connection from " + from);
            world.give(host, new Input.Disconnected(from));
        });
    }

    @Override
    public void applied(SimulatedMember member, LogEntry entry) {
        // Connections do not look at what is applied.
    }
}
