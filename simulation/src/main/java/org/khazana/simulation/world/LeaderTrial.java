package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.consensus.raft.ReplicaStatus.RoleName;
import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/**
 * A leader that a quorum hears well must keep its place, whoever else is cut off from it and comes back: PreVote keeps
 * terms down, stickiness keeps the others from helping.
 */
final class LeaderTrial {
    private static final int TRIALS = 1;
    private static final int APART_ELECTION_TIMEOUTS = 4;

    private enum Apart {
        FROM_ALL,
        FROM_LEADER,
        DEAF,
        DEAF_TO_LEADER,
        DOWN
    }

    private final World world;
    private final SplittableRandom chance;

    LeaderTrial(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
    }

    void demandThatStays(ReplicaStatus leader) {
        world.loseHandovers();
        for (int trial = 0; trial < TRIALS; trial++) {
            List<MemberId> away = drawAway(leader);
            Apart kind = Apart.values()[chance.nextInt(Apart.values().length)];
            for (MemberId member : away) {
                world.trace().tell(world.schedule().nowMicros(), new TraceEvent.Happened(member, "is apart: " + kind));
                separate(member, kind, leader.self());
            }
            demandThroughout(leader, away, kind);
            world.network().healAll();
            world.heal(world.hosts().keySet());
            demandThroughout(leader, away, kind);
        }
    }

    /** Some that the leader and the others can do without. */
    private List<MemberId> drawAway(ReplicaStatus leader) {
        Set<MemberId> staying = new TreeSet<>(world.hosts().keySet());
        List<MemberId> away = new ArrayList<>();
        for (MemberId member : world.hosts().keySet()) {
            Set<MemberId> without = new TreeSet<>(staying);
            without.remove(member);
            if (!member.equals(leader.self())
                    && chance.nextBoolean()
                    && leader.membership().configuration().hasQuorum(without)) {
                staying = without;
                away.add(member);
            }
        }
        return away;
    }

    private void separate(MemberId member, Apart kind, MemberId leader) {
        switch (kind) {
            case FROM_ALL ->
                world.hosts().keySet().forEach(other -> {
                    world.network().cut(member, other);
                    world.network().cut(other, member);
                });
            case FROM_LEADER -> {
                world.network().cut(member, leader);
                world.network().cut(leader, member);
            }
            case DEAF -> world.hosts().keySet().forEach(other -> world.network().cut(other, member));
            case DEAF_TO_LEADER -> world.network().cut(leader, member);
            case DOWN -> world.crash(world.host(member));
        }
        if (kind != Apart.DOWN && world.swarm().connectionsEnd()) {
            world.give(world.host(member), new Input.Disconnected(leader));
        }
    }

    private void demandThroughout(ReplicaStatus leader, List<MemberId> away, Apart kind) {
        long millis = (long) APART_ELECTION_TIMEOUTS * world.swarm().settings().electionTimeoutMillis();
        world.schedule().runUntil(world.schedule().nowMicros() + millis * 1_000);
        ReplicaStatus now = world.host(leader.self()).member().status();
        if (now.role() != RoleName.LEADER || !now.term().equals(leader.term())) {
            throw new PropertyViolation(
                    Property.STABLE_LEADER,
                    leader.self() + " led term " + leader.term() + " and was heard by a quorum, but is now "
                            + now.role() + " in term " + now.term() + "; apart (" + kind + ") were " + away);
        }
    }
}
