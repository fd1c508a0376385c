package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.membership.MemberId;

/**
 * Waits for a leader, or follows one.
 *
 * @param leader of this term, once heard
 * @param heardAtMillis when that leader was last heard; without meaning while there is none
 * @param electionAtMillis when this member asks for an election, unless it hears a leader or grants a vote before
 * @param isTurn whether that is its turn among those who have noticed the same; once, it lets another go first
 */
record Follower(Optional<MemberId> leader, long heardAtMillis, long electionAtMillis, boolean isTurn) implements Role {

    static Follower withoutLeader(long electionAtMillis) {
        return new Follower(Optional.empty(), 0, electionAtMillis, false);
    }

    /** Without a leader as well, but not later than it would have asked anyway. */
    Follower takingTurn(long turnAtMillis) {
        return turnAtMillis < electionAtMillis
                ? new Follower(Optional.empty(), 0, turnAtMillis, true)
                : new Follower(Optional.empty(), 0, electionAtMillis, isTurn);
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
