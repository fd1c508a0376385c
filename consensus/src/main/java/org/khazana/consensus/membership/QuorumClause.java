package org.khazana.consensus.membership;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * "At least {@code required} of these members".
 *
 * @param name for people: {@code all}, {@code GOVERNMENT}
 * @param members not empty
 * @param required 1 to the number of members
 */
public record QuorumClause(String name, SortedSet<MemberId> members, int required) {
    public QuorumClause {
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        if (required < 1 || required > members.size()) {
            throw new IllegalArgumentException(
                    "clause '" + name + "' wants " + required + " of " + members.size() + " members");
        }
    }

    /** More than half of {@code members}. */
    public static QuorumClause majorityOf(String name, Set<MemberId> members) {
        return new QuorumClause(name, new TreeSet<>(members), members.size() / 2 + 1);
    }

    public boolean holdsFor(Set<MemberId> agreeing) {
        return members.stream().filter(agreeing::contains).count() >= required;
    }
}
