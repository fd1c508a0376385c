package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.consensus.raft.ReplicaStatus.RoleName;
import org.khazana.simulation.cluster.Wording;
import org.khazana.simulation.disk.DiskSettings;
import org.khazana.simulation.network.NetworkSettings;
import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/**
 * The end of a run: faults stop, and within a bounded virtual time the cluster must have one leader, commit new proposals
 * and hold equal logs. In some runs a minority stays broken at first, and the others must manage without it.
 */
final class Calm {
    private static final int BUDGET_ELECTION_TIMEOUTS = 60;
    private static final long LOOK_EVERY_MICROS = 50_000;
    private static final int NEW_ACKNOWLEDGEMENTS = 3;

    private enum Break {
        DOWN,
        ISOLATED,
        MUTE,
        DEAF
    }

    private final World world;
    private final Clients clients;
    private final SplittableRandom chance;

    Calm(World world, Clients clients, SplittableRandom chance) {
        this.world = world;
        this.clients = clients;
        this.chance = chance;
    }

    void demandAgreement() {
        world.network().change(NetworkSettings.HEALTHY);
        world.change(DiskSettings.HEALTHY);
        if (world.swarm().leavesSomeBroken()) {
            Set<MemberId> healthy = new TreeSet<>(world.hosts().keySet());
            world.network().healAll();
            for (MemberId member : world.hosts().keySet()) {
                healthy.remove(member);
                if (chance.nextBoolean() || !world.swarm().policy().hasQuorum(healthy)) {
                    healthy.add(member);
                }
            }
            restart(healthy);
            breakOthers(healthy);
            demandAgreementOf(healthy);
        }
        world.network().healAll();
        restart(world.hosts().keySet());
        demandAgreementOf(world.hosts().keySet());
    }

    private void restart(Set<MemberId> members) {
        for (MemberId id : members) {
            Host host = world.host(id);
            if (!host.member().isRunning()) {
                world.start(host);
            } else if (host.isPaused()) {
                world.resume(host);
            }
        }
    }

    private void breakOthers(Set<MemberId> healthy) {
        for (MemberId id : world.hosts().keySet()) {
            if (healthy.contains(id)) {
                continue;
            }
            Break kind = Break.values()[chance.nextInt(Break.values().length)];
            world.trace().tell(world.schedule().nowMicros(), new TraceEvent.Happened(id, "stays " + kind));
            Host host = world.host(id);
            if (kind == Break.DOWN) {
                if (host.member().isRunning()) {
                    world.crash(host);
                }
                continue;
            }
            restart(Set.of(id));
            for (MemberId other : world.hosts().keySet()) {
                if (kind != Break.DEAF) {
                    world.network().cut(id, other);
                }
                if (kind != Break.MUTE) {
                    world.network().cut(other, id);
                }
            }
        }
    }

    private void demandAgreementOf(Set<MemberId> members) {
        long budgetMicros =
                1_000L * BUDGET_ELECTION_TIMEOUTS * world.swarm().settings().electionTimeoutMillis();
        long endMicros = world.schedule().nowMicros() + budgetMicros;
        int wanted = world.properties().acknowledgedCount() + NEW_ACKNOWLEDGEMENTS;
        while (world.schedule().nowMicros() < endMicros) {
            world.schedule().runUntil(world.schedule().nowMicros() + LOOK_EVERY_MICROS);
            Optional<ReplicaStatus> leader = onlyLeader(members);
            if (leader.isEmpty()) {
                continue;
            }
            if (world.properties().acknowledgedCount() < wanted) {
                clients.propose(leader.get().self());
            } else if (allEqual(members, leader.get())) {
                return;
            }
        }
        throw new PropertyViolation(
                Property.LIVENESS,
                "no agreement of " + members + " after " + budgetMicros / 1000 + " ms of calm:" + described(members));
    }

    private Optional<ReplicaStatus> onlyLeader(Set<MemberId> members) {
        List<ReplicaStatus> leaders = new ArrayList<>();
        for (MemberId id : members) {
            ReplicaStatus status = world.host(id).member().status();
            if (status.role() == RoleName.LEADER) {
                leaders.add(status);
            }
        }
        return leaders.size() == 1 ? Optional.of(leaders.getFirst()) : Optional.empty();
    }

    private boolean allEqual(Set<MemberId> members, ReplicaStatus leader) {
        for (MemberId id : members) {
            ReplicaStatus status = world.host(id).member().status();
            boolean equal = status.term().equals(leader.term())
                    && status.last().equals(leader.last())
                    && status.durableIndex() == leader.last().index()
                    && status.commitIndex() == leader.last().index()
                    && world.host(id).member().appliedIndex() == leader.last().index();
            if (!equal) {
                return false;
            }
        }
        return true;
    }

    private String described(Set<MemberId> members) {
        StringBuilder text = new StringBuilder();
        for (MemberId id : members) {
            text.append("\n  ")
                    .append(id)
                    .append(": ")
                    .append(Wording.of(world.host(id).member().status()))
                    .append(" applied ")
                    .append(world.host(id).member().appliedIndex());
        }
        return text.toString();
    }
}
