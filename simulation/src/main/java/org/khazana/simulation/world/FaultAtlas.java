package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.simulation.disk.SimulatedDisk;
import org.khazana.simulation.disk.SimulatedLog;

/**
 * Knows whose memory is intact. While that is a quorum of every configuration that may be in force, the cluster must be
 * able to go on; where more is lost than that, it may only be asked to do no harm.
 */
final class FaultAtlas {
    private final World world;
    private boolean isExceeded;

    FaultAtlas(World world) {
        this.world = world;
    }

    /** More was lost than a cluster can recover from without governance. */
    void exceed() {
        isExceeded = true;
    }

    boolean isExceeded() {
        return isExceeded;
    }

    /** Whether the cluster can do without the memory of {@code member}. */
    boolean canSpare(MemberId member) {
        Set<MemberId> others = new TreeSet<>(world.hosts().keySet());
        others.remove(member);
        return suffice(others);
    }

    /** Whether those of {@code members} with intact memory can decide, whatever configuration turns out to be in force. */
    boolean suffice(Set<MemberId> members) {
        Set<MemberId> intact = intact(members);
        return mayBeInForce().stream().allMatch(configuration -> configuration.hasQuorum(intact));
    }

    boolean suffices(Configuration target) {
        return target.hasQuorum(intact(world.hosts().keySet()));
    }

    private Set<MemberId> intact(Set<MemberId> members) {
        Set<MemberId> intact = new TreeSet<>();
        for (MemberId id : members) {
            SimulatedDisk disk = world.host(id).member().disk();
            if (!disk.isDamaged() && !disk.durableVote().isRecovering()) {
                intact.add(id);
            }
        }
        return intact;
    }

    /**
     * The newest one that is agreed on, and all newer ones in any log: who knows only older ones cannot win an election any
     * more.
     */
    List<Configuration> mayBeInForce() {
        PlacedConfiguration agreed = world.properties().committedConfiguration();
        List<Configuration> configurations = new ArrayList<>();
        configurations.add(agreed.configuration());
        for (Host host : world.hosts().values()) {
            addNewer(host.member().disk().durable(), agreed.index(), configurations);
            addNewer(host.member().disk().issued(), agreed.index(), configurations);
        }
        return configurations;
    }

    private static void addNewer(SimulatedLog log, long index, List<Configuration> configurations) {
        for (PlacedConfiguration placed : log.knownConfigurations()) {
            if (placed.index() > index) {
                configurations.add(placed.configuration());
            }
        }
    }
}
