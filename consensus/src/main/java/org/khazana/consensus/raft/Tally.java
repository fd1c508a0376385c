package org.khazana.consensus.raft;

import java.util.Set;
import java.util.TreeSet;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumPolicy;

/** Who has agreed so far. Answers that come twice count once. */
final class Tally {
    private final QuorumPolicy policy;
    private final Set<MemberId> agreeing = new TreeSet<>();

    Tally(QuorumPolicy policy) {
        this.policy = policy;
    }

    void add(MemberId member) {
        agreeing.add(member);
    }

    boolean hasQuorum() {
        return policy.hasQuorum(agreeing);
    }
}
