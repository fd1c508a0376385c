package org.khazana.node.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * The way from who takes part to whom the governors appointed: newcomers observe until they have caught up, then the voters
 * change by a joint configuration (Raft §6). A pure function, so that every node can check what a leader does.
 */
public final class MembershipPlan {
    private MembershipPlan() {}

    /** What shall be in the end: a majority of all voters, and of each group at least its minimum. */
    public static Configuration aim(ValidatorSet appointed) {
        List<QuorumClause> clauses = new ArrayList<>();
        clauses.add(QuorumClause.majorityOf("all", members(appointed, Validator::isVoter)));
        for (GroupMinimum minimum : appointed.minimums()) {
            SortedSet<MemberId> group =
                    members(appointed, validator -> validator.isVoter() && validator.group() == minimum.group());
            clauses.add(new QuorumClause(minimum.group().name(), group, minimum.members()));
        }
        return Configuration.of(new QuorumPolicy(clauses))
                .withObservers(members(appointed, validator -> !validator.isVoter()));
    }

    private static SortedSet<MemberId> members(ValidatorSet appointed, Predicate<Validator> wanted) {
        return appointed.validators().stream()
                .filter(wanted)
                .map(MembershipPlan::member)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static MemberId member(Validator validator) {
        return new MemberId(validator.id(), validator.directory());
    }

    /**
     * What a leader asks of consensus next; empty when nothing is to be done, or while membership is joint, which ends by
     * itself.
     */
    public static Optional<Configuration> next(Configuration inForce, ValidatorSet appointed) {
        Configuration aim = aim(appointed);
        if (inForce.isJoint() || inForce.equals(aim)) {
            return Optional.empty();
        }
        Set<MemberId> newcomers = new TreeSet<>(aim.voters().members());
        newcomers.removeAll(inForce.members());
        return Optional.of(newcomers.isEmpty() ? aim : withMoreObservers(inForce, aim, newcomers));
    }

    private static Configuration withMoreObservers(Configuration inForce, Configuration aim, Set<MemberId> newcomers) {
        SortedSet<MemberId> observers = new TreeSet<>(inForce.observers());
        observers.addAll(newcomers);
        observers.addAll(aim.observers());
        observers.removeAll(inForce.voterIds());
        return inForce.withObservers(observers);
    }

    /** Whether consensus may go from {@code before} to {@code after} in one entry, on the way to {@code appointed}. */
    static boolean permits(Configuration before, Configuration after, ValidatorSet appointed) {
        return before.isJoint()
                ? after.equals(before.settled())
                : next(before, appointed)
                        .map(before::towards)
                        .filter(after::equals)
                        .isPresent();
    }
}
