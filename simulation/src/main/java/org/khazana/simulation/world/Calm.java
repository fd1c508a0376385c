package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.consensus.raft.ReplicaStatus.RoleName;
import org.khazana.simulation.cluster.Wording;
import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/**
 * The end of a run. Faults stop; in some runs only for a random core that holds a quorum, while the rest stays broken.
 * Within a bounded virtual time the healthy must have one leader, commit new proposals, answer every client and hold
 * equal logs. Then everybody is healed, the same is demanded of all, and a leader must keep its place.
 */
final class Calm {
    private static final int BUDGET_ELECTION_TIMEOUTS = 60;
    private static final long LOOK_EVERY_MICROS = 50_000;
    /** For a cluster that has lost too much to go on. */
    private static final long HARMLESS_MICROS = 3_000_000;

    private static final int NEW_ACKNOWLEDGEMENTS = 3;

    private final World world;
    private final Clients clients;
    private final SplittableRandom chance;

    Calm(World world, Clients clients, SplittableRandom chance) {
        this.world = world;
        this.clients = clients;
        this.chance = chance;
    }

    void demandAgreement() {
        world.calmDown();
        if (world.atlas().isExceeded()) {
            world.heal(world.hosts().keySet());
            world.schedule().runUntil(world.schedule().nowMicros() + HARMLESS_MICROS);
            return;
        }
        if (world.swarm().faults().someStayBroken()) {
            Set<MemberId> healthy = new TreeSet<>(world.hosts().keySet());
            for (MemberId member : world.hosts().keySet()) {
                healthy.remove(member);
                if (chance.nextBoolean() || !world.atlas().suffice(healthy)) {
                    healthy.add(member);
                }
            }
            world.heal(healthy);
            new LastingBreaks(world, chance.split()).breakAllBut(healthy);
            demandAgreementOf(healthy);
        }
        world.network().healAll();
        world.heal(world.hosts().keySet());
        ReplicaStatus leader = demandAgreementOf(world.hosts().keySet());
        new LeaderTrial(world, chance.split()).demandThatStays(leader);
    }

    private ReplicaStatus demandAgreementOf(Set<MemberId> members) {
        long budgetMicros =
                1_000L * BUDGET_ELECTION_TIMEOUTS * world.swarm().settings().electionTimeoutMillis();
        long endMicros = world.schedule().nowMicros() + budgetMicros;
        int wanted = world.properties().acknowledgedCount() + NEW_ACKNOWLEDGEMENTS;
        while (world.schedule().nowMicros() < endMicros) {
            world.schedule().runUntil(world.schedule().nowMicros() + LOOK_EVERY_MICROS);
            Optional<ReplicaStatus> leader = onlyLeader(members);
            if (leader.isEmpty()) {
                proposeToWhoeverIsFollowed(members);
                continue;
            }
            Set<MemberId> present = membersIn(leader.get().membership().configuration(), members);
            // Who waits for an index that a later leader has taken away is answered when the log has grown past it.
            if (world.properties().acknowledgedCount() < wanted || !clients.areAnsweredBy(present)) {
                clients.propose(leader.get().self());
            } else if (!leader.get().membership().configuration().isJoint() && allEqual(present, leader.get())) {
                return leader.get();
            }
        }
        throw new PropertyViolation(
                Property.LIVENESS,
                "no agreement of " + members + " after " + budgetMicros / 1000 + " ms of calm:" + described(members));
    }

    /** A leader whose disk hangs only finds out when it has something to write. */
    private void proposeToWhoeverIsFollowed(Set<MemberId> members) {
        members.stream()
                .flatMap(id -> world.host(id).member().status().leader().stream())
                .findFirst()
                .ifPresent(clients::propose);
    }

    /** Who was removed, or not let in, is owed nothing. */
    private static Set<MemberId> membersIn(Configuration configuration, Set<MemberId> members) {
        Set<MemberId> present = new TreeSet<>(members);
        present.retainAll(configuration.members());
        return present;
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
            boolean equal = !status.isRecovering()
                    && status.term().equals(leader.term())
                    && status.last().equals(leader.last())
                    && status.durableIndex() == leader.last().index()
                    && status.commitIndex() == leader.last().index()
                    && world.host(id).member().appliedIndex() == leader.last().index();
            if (!equal) {
                return false;
            }
        }
        String state = world.host(leader.self()).member().machineState();
        for (MemberId id : members) {
            if (!world.host(id).member().machineState().equals(state)) {
                throw new PropertyViolation(
                        Property.LEDGER_SAME, id + " and " + leader.self() + " have other states at " + leader.last());
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
