package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.consensus.raft.ReplicaStatus.RoleName;
import org.khazana.simulation.network.SimulatedNetwork;

/** People who change the membership all the time: whoever leads, or thinks so, is asked, and most often must refuse. */
final class Administration {
    private static final int HOSTS_MAX = 12;
    private static final int HOSTS_MIN = 3;
    private static final int RETIRES_IN = 4;

    private final World world;
    private final SplittableRandom chance;
    private final MembershipWish wishes;
    private int newcomers;
    private boolean ended;

    Administration(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
        this.wishes = new MembershipWish(world, chance.split());
    }

    void begin() {
        long everyMicrosMean = world.swarm().faults().changesEveryMicrosMean();
        if (everyMicrosMean > 0) {
            world.schedule().in(SimulatedNetwork.exponential(everyMicrosMean, chance), () -> {
                if (!ended) {
                    act();
                    begin();
                }
            });
        }
    }

    void end() {
        ended = true;
    }

    private void act() {
        retireSomebody();
        List<Host> leaders = world.hosts().values().stream()
                .filter(host -> host.member().isRunning()
                        && !host.isPaused()
                        && host.member().status().role() == RoleName.LEADER)
                .toList();
        if (!leaders.isEmpty()) {
            ask(leaders.get(chance.nextInt(leaders.size())));
        }
    }

    private void ask(Host leader) {
        Configuration now = leader.member().status().membership().configuration();
        Optional<Configuration> wanted =
                wantsNewcomer(now) ? Optional.of(wishes.withObserver(now, newcomer())) : wishes.draw(now);
        Optional<Configuration> target = wanted.filter(world.atlas()::suffices);
        Optional<ProposalOutcome> outcome =
                target.flatMap(configuration -> world.give(leader, new Input.ChangeMembership(configuration)));
        if (outcome.orElse(null) instanceof ProposalOutcome.Appended) {
            world.reach(Reached.CHANGE);
        }
    }

    private boolean wantsNewcomer(Configuration now) {
        return !now.isJoint()
                && world.hosts().size() < HOSTS_MAX
                && now.observers().size() < 2
                && chance.nextInt(3) == 0;
    }

    /** A machine that belongs to nobody, be it on new disks or removed before; or one that is bought for this. */
    private MemberId newcomer() {
        List<MemberId> idle =
                world.hosts().keySet().stream().filter(this::isIdle).toList();
        if (!idle.isEmpty() && chance.nextBoolean()) {
            return idle.get(chance.nextInt(idle.size()));
        }
        newcomers++;
        MemberId id = new MemberId("n" + newcomers, 1);
        world.start(world.join(id));
        return id;
    }

    /** A machine that belongs to nobody any more is switched off for good, sooner or later; until then it disturbs. */
    private void retireSomebody() {
        List<MemberId> members = new ArrayList<>(world.hosts().keySet());
        MemberId id = members.get(chance.nextInt(members.size()));
        if (members.size() > HOSTS_MIN && isIdle(id) && chance.nextInt(RETIRES_IN) == 0) {
            world.dismiss(world.host(id));
        }
    }

    private boolean isIdle(MemberId id) {
        return world.atlas().mayBeInForce().stream()
                .noneMatch(configuration -> configuration.members().contains(id));
    }
}
