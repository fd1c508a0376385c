package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.khazana.consensus.membership.MemberId;
import org.khazana.simulation.network.SimulatedNetwork;

/** What can befall the links between members. */
final class NetworkFaults {
    private static final long CLOG_MICROS_MEAN = 1_000_000;
    private static final int CLOGGED_IN = 3;
    private static final long SWIZZLE_STEP_MICROS_MEAN = 200_000;

    private final World world;
    private final SplittableRandom chance;

    NetworkFaults(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
    }

    /** {@code goesOn} says later whether faults that take time still may do something new. */
    void strike(FaultKind kind, BooleanSupplier goesOn) {
        switch (kind) {
            case PARTITION -> partition();
            case CLOG -> clog();
            case SWIZZLE -> swizzle(goesOn);
            default -> throw new IllegalArgumentException(kind + " befalls no links");
        }
    }

    /** Mends all links or, as often, none; then cuts some. */
    private void partition() {
        if (chance.nextBoolean()) {
            world.network().healAll();
        }
        CutPattern[] patterns = CutPattern.values();
        CutPattern pattern = patterns[chance.nextInt(patterns.length)];
        pattern.cut(world.drawVictim(chance).member().id(), world.hosts().keySet(), world.network(), chance);
        tell("links cut, pattern " + pattern);
    }

    private void clog() {
        long until = world.schedule().nowMicros() + SimulatedNetwork.exponential(CLOG_MICROS_MEAN, chance);
        for (MemberId from : world.hosts().keySet()) {
            for (MemberId to : world.hosts().keySet()) {
                if (!from.equals(to) && chance.nextInt(CLOGGED_IN) == 0) {
                    world.network().clog(from, to, until);
                }
            }
        }
        tell("links clogged until " + until / 1_000 + " ms");
    }

    private void swizzle(BooleanSupplier goesOn) {
        List<MemberId> members = new ArrayList<>(world.hosts().keySet());
        members.removeIf(member -> chance.nextBoolean());
        List<MemberId> goOrder = shuffled(members);
        List<MemberId> backOrder = shuffled(members);
        tell("swizzles " + goOrder + ", back as " + backOrder);
        goOneByOne(goOrder, backOrder, goesOn);
    }

    private void goOneByOne(List<MemberId> going, List<MemberId> coming, BooleanSupplier goesOn) {
        if ((going.isEmpty() && coming.isEmpty()) || !goesOn.getAsBoolean()) {
            return;
        }
        if (going.isEmpty()) {
            world.network().heal(coming.removeFirst());
        } else {
            isolate(going.removeFirst());
        }
        world.schedule()
                .in(
                        SimulatedNetwork.exponential(SWIZZLE_STEP_MICROS_MEAN, chance),
                        () -> goOneByOne(going, coming, goesOn));
    }

    private void isolate(MemberId member) {
        for (MemberId other : world.hosts().keySet()) {
            world.network().cut(member, other);
            world.network().cut(other, member);
        }
    }

    private List<MemberId> shuffled(List<MemberId> members) {
        List<MemberId> order = new ArrayList<>(members);
        Collections.shuffle(order, new Random(chance.nextLong()));
        return order;
    }

    private void tell(String what) {
        world.trace().tell(world.schedule().nowMicros(), new TraceEvent.Changed(what));
    }
}
