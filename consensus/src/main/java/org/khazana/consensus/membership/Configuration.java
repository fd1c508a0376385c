package org.khazana.consensus.membership;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * Who takes part, and whose agreement decides. While membership changes it is <em>joint</em>: every decision, be it an
 * election, a commit, a read or whether a leader is still heard, needs a quorum of the old voters and one of the new
 * (Raft §6).
 *
 * @param voters whose agreement decides; while joint, the new ones
 * @param outgoing the old voters, present while joint
 * @param observers receive and execute everything and count for nothing. While joint, one of them may still be an
 *     outgoing voter
 */
public record Configuration(QuorumPolicy voters, Optional<QuorumPolicy> outgoing, SortedSet<MemberId> observers) {
    public Configuration {
        observers = Collections.unmodifiableSortedSet(new TreeSet<>(observers));
        for (MemberId observer : observers) {
            if (voters.members().contains(observer)) {
                throw new IllegalArgumentException(observer + " is named as voter and as observer");
            }
        }
    }

    /** Voters only, nothing under way. */
    public static Configuration of(QuorumPolicy voters) {
        return new Configuration(voters, Optional.empty(), Collections.emptySortedSet());
    }

    /** The same voters with other observers. */
    public Configuration withObservers(Set<MemberId> others) {
        return new Configuration(voters, outgoing, new TreeSet<>(others));
    }

    public boolean isJoint() {
        return outgoing.isPresent();
    }

    /** Everybody whose agreement may count, in order of their ids. */
    public SortedSet<MemberId> voterIds() {
        SortedSet<MemberId> ids = new TreeSet<>(voters.members());
        outgoing.ifPresent(old -> ids.addAll(old.members()));
        return ids;
    }

    /** Voters and observers, in order of their ids. */
    public SortedSet<MemberId> members() {
        SortedSet<MemberId> ids = voterIds();
        ids.addAll(observers);
        return ids;
    }

    public boolean isVoter(MemberId member) {
        return voters.members().contains(member)
                || outgoing.filter(old -> old.members().contains(member)).isPresent();
    }

    public boolean hasQuorum(Set<MemberId> agreeing) {
        return voters.hasQuorum(agreeing)
                && outgoing.filter(old -> !old.hasQuorum(agreeing)).isEmpty();
    }

    /** The highest index that a quorum has reached, when each voter has reached {@code reachedBy(voter)}. */
    public long indexReachedByQuorum(ToLongFunction<MemberId> reachedBy) {
        long byNew = voters.indexReachedByQuorum(reachedBy);
        return outgoing.map(old -> Math.min(byNew, old.indexReachedByQuorum(reachedBy)))
                .orElse(byNew);
    }

    /**
     * The next configuration on the way from this one to {@code target}: joint when the voters change, {@code target} at
     * once when only observers do, as those decide nothing.
     *
     * @throws IllegalArgumentException if either is joint
     */
    public Configuration towards(Configuration target) {
        if (isJoint() || target.isJoint()) {
            throw new IllegalArgumentException("a change starts from and ends in a configuration that is not joint");
        }
        return voters.equals(target.voters)
                ? target
                : new Configuration(target.voters, Optional.of(voters), target.observers);
    }

    /** What a joint configuration ends in: the old voters no longer count. */
    public Configuration settled() {
        return new Configuration(voters, Optional.empty(), observers);
    }
}
