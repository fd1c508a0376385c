package org.khazana.consensus.membership;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.ToLongFunction;

/**
 * When enough members agree: every clause must hold. The same value decides elections, commits and whether a leader
 * still hears enough of the others. The first clause is a majority of all members, so any two quorums share a member
 * (Raft §5.2); further clauses only ask for more.
 */
public record QuorumPolicy(List<QuorumClause> clauses) {
    public QuorumPolicy {
        clauses = List.copyOf(clauses);
        if (clauses.isEmpty()) {
            throw new IllegalArgumentException("a quorum policy needs a clause");
        }
        QuorumClause all = clauses.get(0);
        if (all.required() <= all.members().size() / 2) {
            throw new IllegalArgumentException("the first clause must ask for a majority of all members");
        }
        for (QuorumClause clause : clauses) {
            if (!all.members().containsAll(clause.members())) {
                throw new IllegalArgumentException("clause '" + clause.name() + "' names somebody who is no member");
            }
        }
    }

    /** All members, in order of their ids. */
    public SortedSet<MemberId> members() {
        return Collections.unmodifiableSortedSet(clauses.get(0).members());
    }

    public boolean hasQuorum(Set<MemberId> agreeing) {
        return clauses.stream().allMatch(clause -> clause.holdsFor(agreeing));
    }

    /** The highest index that a quorum has reached, when each member has reached {@code reachedBy(member)}. */
    public long indexReachedByQuorum(ToLongFunction<MemberId> reachedBy) {
        return clauses.stream()
                .mapToLong(clause -> nthHighest(clause, reachedBy))
                .min()
                .orElseThrow();
    }

    private static long nthHighest(QuorumClause clause, ToLongFunction<MemberId> reachedBy) {
        long[] ascending =
                clause.members().stream().mapToLong(reachedBy).sorted().toArray();
        return ascending[ascending.length - clause.required()];
    }
}
