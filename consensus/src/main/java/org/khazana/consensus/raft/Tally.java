package org.khazana.consensus.raft;

import java.util.Set;
import java.util.TreeSet;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;

/** Who has agreed so far, and who has refused. Answers that come twice count once. */
final class Tally {
    private final Configuration configuration;
    private final Set<MemberId> agreeing = new TreeSet<>();
    private final Set<MemberId> refusing = new TreeSet<>();

    Tally(Configuration configuration) {
        this.configuration = configuration;
    }

    void add(MemberId member) {
        agreeing.add(member);
    }

    void refuse(MemberId member) {
        refusing.add(member);
    }

    boolean hasQuorum() {
        return configuration.hasQuorum(agreeing);
    }

    /** Whether those who have refused keep a quorum from ever agreeing. */
    boolean isLost() {
        Set<MemberId> others = configuration.voterIds();
        others.removeAll(refusing);
        return !configuration.hasQuorum(others);
    }
}
