package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.membership.MemberId;

/** What a member is at one moment. Each role holds only what is true in it; leaving the role forgets it. */
sealed interface Role permits Follower, PreCandidate, Candidate, Leader {

    ReplicaStatus.RoleName name();

    /** Who leads this term, as far as known in this role. */
    Optional<MemberId> leader();

    /** Whether a leader is so surely alive that nobody should be helped against it (thesis §4.2.3, §9.6). */
    boolean hearsLeader(long nowMillis, int electionTimeoutMillis);
}
