package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.membership.MemberId;

/**
 * Waits for a leader, or follows one.
 *
 * @param leader of this term, once heard
 * @param heardAtMillis when that leader was last heard; without meaning while there is none
 * @param electionAtMillis when this member asks for an election, unless it hears a leader or grants a vote before
 */
record Follower(Optional<MemberId> leader, long heardAtMillis, long electionAtMillis) implements Role {

    static Follower withoutLeader(long electionAtMillis) {
        return new Follower(Optional.empty(), 0, electionAtMillis);
    }

    @Override
    public ReplicaStatus.RoleName name() {
        return ReplicaStatus.RoleName.FOLLOWER;
    }

    @Override
    public boolean hearsLeader(long nowMillis, int electionTimeoutMillis) {
        return leader.isPresent() && nowMillis - heardAtMillis < electionTimeoutMillis;
    }
}
