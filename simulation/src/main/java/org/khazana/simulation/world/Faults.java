package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;
import org.khazana.simulation.cluster.SimulatedMember;
import org.khazana.simulation.network.SimulatedNetwork;

/** Breaks things while the chaos lasts: power, links, and members that stop for a while. */
final class Faults implements World.Applications {
    private static final long PAUSE_MICROS_MEAN = 700_000;
    private static final int CRASHED_AT_A_BOUNDARY_PERMILLE = 600;
    private static final int ALL_CRASH_PERMILLE = 100;
    private static final int MESSAGES_BEFORE_CRASH_MAX = 4;

    private enum Fault {
        CRASH,
        PARTITION,
        PAUSE
    }

    private final World world;
    private final SplittableRandom chance;
    private final List<Fault> faults = new ArrayList<>();
    private boolean ended;

    Faults(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
        Swarm swarm = world.swarm();
        if (swarm.crashes()) {
            faults.add(Fault.CRASH);
        }
        if (swarm.partitions()) {
            faults.add(Fault.PARTITION);
        }
        if (swarm.pauses()) {
            faults.add(Fault.PAUSE);
        }
    }

    void begin() {
        if (!faults.isEmpty()) {
            planNext();
        }
    }

    void end() {
        ended = true;
        world.hosts().values().forEach(Host::disarmCrash);
    }

    private void planNext() {
        world.schedule().in(SimulatedNetwork.exponential(world.swarm().faultEveryMicrosMean(), chance), () -> {
            if (!ended) {
                strike();
                planNext();
            }
        });
    }

    private void strike() {
        switch (faults.get(chance.nextInt(faults.size()))) {
            case CRASH -> crash();
            case PARTITION -> partition();
            case PAUSE -> pause();
        }
    }

    private void crash() {
        if (chance.nextInt(1000) < ALL_CRASH_PERMILLE) {
            world.hosts().values().stream()
                    .filter(host -> host.member().isRunning())
                    .forEach(world::crash);
            return;
        }
        Host host = anyHost();
        if (!host.member().isRunning()) {
            return;
        }
        if (chance.nextInt(1000) < CRASHED_AT_A_BOUNDARY_PERMILLE) {
            host.armCrash(new ArmedCrash(chance.nextBoolean(), chance.nextInt(MESSAGES_BEFORE_CRASH_MAX + 1)));
        } else {
            world.crash(host);
        }
    }

    private void pause() {
        Host host = anyHost();
        if (host.member().isRunning() && !host.isPaused()) {
            host.pause();
            int incarnation = host.incarnation();
            world.trace()
                    .tell(
                            world.schedule().nowMicros(),
                            new TraceEvent.Happened(host.member().id(), "pauses"));
            world.schedule().in(SimulatedNetwork.exponential(PAUSE_MICROS_MEAN, chance), () -> {
                if (host.incarnation() == incarnation && host.isPaused()) {
                    world.resume(host);
                }
            });
        }
    }

    /** Mends all links or, as often, none; then cuts some in one of five patterns. */
    private void partition() {
        if (chance.nextBoolean()) {
            world.network().healAll();
        }
        List<MemberId> members = new ArrayList<>(world.hosts().keySet());
        MemberId one = members.get(chance.nextInt(members.size()));
        int pattern = chance.nextInt(5);
        int side = chance.nextInt(1 << members.size());
        for (int from = 0; from < members.size(); from++) {
            for (int to = 0; to < members.size(); to++) {
                boolean cut = switch (pattern) {
                    case 0 -> members.get(from).equals(one) || members.get(to).equals(one);
                    case 1 -> members.get(from).equals(one);
                    case 2 -> members.get(to).equals(one);
                    case 3 -> (side >> from & 1) != (side >> to & 1);
                    default -> chance.nextInt(4) == 0;
                };
                if (cut && from != to) {
                    world.network().cut(members.get(from), members.get(to));
                }
            }
        }
        world.trace().tell(world.schedule().nowMicros(), new TraceEvent.Changed("links cut, pattern " + pattern));
    }

    private Host anyHost() {
        List<Host> hosts = new ArrayList<>(world.hosts().values());
        return hosts.get(chance.nextInt(hosts.size()));
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
        world.schedule().in(SimulatedNetwork.exponential(world.swarm().downMicrosMean(), chance), () -> {
            if (!ended && host.incarnation() == incarnation && !member.isRunning()) {
                world.start(host);
            }
        });
    }
}
