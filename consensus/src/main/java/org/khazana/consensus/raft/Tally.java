package org.khazana.consensus.raft;

import java.util.Set;
import java.util.TreeSet;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;

/** Who has agreed so far. Answers that come twice count once. */
final class Tally {
    private final Configuration configuration;
    private final Set<MemberId> agreeing = new TreeSet<>();

    Tally(Configuration configuration) {
        this.configuration = configuration;
    }

    void add(MemberId member) {
        agreeing.add(member);
    }

    boolean hasQuorum() {
        return configuration.hasQuorum(agreeing);
    }
}
