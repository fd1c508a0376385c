package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;

/** Draws what membership could become next. Who has lost its disks is the first to be replaced. */
final class MembershipWish {
    private static final int VOTERS_MAX = 9;

    private enum Change {
        PROMOTE,
        REMOVE,
        REPLACE,
        DEMOTE,
        DROP_OBSERVER,
        OTHER_GROUPS,
        ANYTHING
    }

    private final World world;
    private final SplittableRandom chance;

    MembershipWish(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
    }

    /** Majority of all, and in half of the cases some of a group, too. */
    static QuorumPolicy drawPolicy(SortedSet<MemberId> members, RandomGenerator chance) {
        List<QuorumClause> clauses = new ArrayList<>();
        clauses.add(QuorumClause.majorityOf("all", members));
        if (chance.nextBoolean()) {
            SortedSet<MemberId> group = new TreeSet<>(members);
            group.removeIf(member -> group.size() > 1 && chance.nextBoolean());
            clauses.add(new QuorumClause("GOVERNMENT", group, chance.nextInt(1, group.size() / 2 + 2)));
        }
        return new QuorumPolicy(clauses);
    }

    Configuration withObserver(Configuration now, MemberId observer) {
        SortedSet<MemberId> observers = new TreeSet<>(now.observers());
        observers.add(observer);
        return now.withObservers(observers);
    }

    /** Where membership could go from {@code now}; nothing when what was drawn does not apply. */
    Optional<Configuration> draw(Configuration now) {
        SortedSet<MemberId> voters = new TreeSet<>(now.voters().members());
        SortedSet<MemberId> observers = new TreeSet<>(now.observers());
        Optional<MemberId> leaving = drawLeaving(voters);
        Optional<MemberId> coming = drawOne(observers);
        switch (Change.values()[chance.nextInt(Change.values().length)]) {
            case PROMOTE -> coming.ifPresent(id -> move(id, observers, voters));
            case REMOVE -> leaving.ifPresent(id -> voters.remove(id));
            case REPLACE ->
                coming.ifPresent(id -> {
                    leaving.ifPresent(old -> voters.remove(old));
                    move(id, observers, voters);
                });
            case DEMOTE -> leaving.ifPresent(id -> move(id, voters, observers));
            case DROP_OBSERVER -> coming.ifPresent(id -> observers.remove(id));
            case OTHER_GROUPS -> {}
            case ANYTHING -> {
                voters.addAll(observers);
                observers.clear();
                voters.removeIf(id -> chance.nextInt(4) == 0 && observers.add(id));
                observers.removeIf(id -> chance.nextInt(3) == 0);
            }
        }
        if (voters.isEmpty() || voters.size() > VOTERS_MAX) {
            return Optional.empty();
        }
        return Optional.of(new Configuration(drawPolicy(voters, chance), Optional.empty(), observers));
    }

    private static void move(MemberId id, SortedSet<MemberId> from, SortedSet<MemberId> to) {
        from.remove(id);
        to.add(id);
    }

    private Optional<MemberId> drawLeaving(SortedSet<MemberId> voters) {
        SortedSet<MemberId> gone = new TreeSet<>(voters);
        gone.removeAll(world.hosts().keySet());
        return drawOne(gone.isEmpty() ? voters : gone);
    }

    private Optional<MemberId> drawOne(SortedSet<MemberId> members) {
        List<MemberId> order = new ArrayList<>(members);
        return order.isEmpty() ? Optional.empty() : Optional.of(order.get(chance.nextInt(order.size())));
    }
}
