package org.khazana.simulation.world;

import java.util.SplittableRandom;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.raft.Input;
import org.khazana.simulation.network.SimulatedNetwork;

/** Has state machines apply what is committed, one entry after the other, each in its own time. */
final class StateWork {
    private static final long APPLY_MICROS_MEAN = 400;

    private final World world;
    private final SplittableRandom chance;

    StateWork(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
    }

    void apply(Host host) {
        if (host.isApplying() || !host.member().hasUnapplied()) {
            return;
        }
        host.applying(true);
        int incarnation = host.incarnation();
        world.schedule().in(SimulatedNetwork.exponential(APPLY_MICROS_MEAN, chance), () -> {
            if (host.isAlive(incarnation)) {
                host.applying(false);
                applyNext(host, incarnation);
            }
        });
    }

    private void applyNext(Host host, int incarnation) {
        if (!host.member().hasUnapplied()) {
            return; // a snapshot was installed meanwhile
        }
        LogEntry entry = host.member().applyNext();
        if (host.diesAt(ArmedCrash.Boundary.APPLIED)) {
            world.crash(host);
            return;
        }
        world.applied(host, entry);
        world.give(host, new Input.Applied(entry.index()));
        if (host.isAlive(incarnation)) {
            apply(host);
        }
    }
}
