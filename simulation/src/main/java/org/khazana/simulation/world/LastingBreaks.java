package org.khazana.simulation.world;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.khazana.consensus.membership.MemberId;

/** Leaves those outside a healthy core broken, in ways that must not keep the core from its work. */
final class LastingBreaks {
    private enum Break {
        DOWN,
        STANDING_STILL,
        ISOLATED,
        MUTE,
        /** Hears nobody, but speaks to everybody: a leader that goes on like this must give up its place. */
        DEAF,
        /** Its disk finishes nothing any more, while it hears and speaks: a leader like this must hand over. */
        HUNG_DISK,
        /** As deaf, with some of its own links cut too. */
        PARTLY_MUTE_AND_DEAF
    }

    private final World world;
    private final SplittableRandom chance;

    LastingBreaks(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
    }

    void breakAllBut(Set<MemberId> healthy) {
        Set<MemberId> others = new TreeSet<>(world.hosts().keySet());
        others.removeAll(healthy);
        for (MemberId id : others) {
            Break kind = Break.values()[chance.nextInt(Break.values().length)];
            world.trace().tell(world.schedule().nowMicros(), new TraceEvent.Happened(id, "stays " + kind));
            inflict(kind, world.host(id));
        }
    }

    private void inflict(Break kind, Host host) {
        if (kind == Break.DOWN) {
            if (host.member().isRunning()) {
                world.crash(host);
            }
            return;
        }
        MemberId id = host.member().id();
        world.heal(Set.of(id));
        if (kind == Break.STANDING_STILL) {
            host.pause();
            return;
        }
        if (kind == Break.HUNG_DISK) {
            host.disk().stall(Long.MAX_VALUE);
            return;
        }
        for (MemberId other : world.hosts().keySet()) {
            boolean speaks = switch (kind) {
                case DEAF -> true;
                case PARTLY_MUTE_AND_DEAF -> chance.nextBoolean();
                default -> false;
            };
            if (!speaks) {
                world.network().cut(id, other);
            }
            if (kind != Break.MUTE) {
                world.network().cut(other, id);
            }
        }
    }
}
