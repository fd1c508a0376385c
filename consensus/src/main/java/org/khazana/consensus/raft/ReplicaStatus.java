package org.khazana.consensus.raft;

import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.PlacedConfiguration;

/**
 * What a member believes at one moment, for people and tests.
 *
 * @param leader as far as known
 * @param membership the configuration in force, committed or not
 * @param isRecovering whether it has lost entries it had acknowledged, and counts for nothing until it has them again
 * @param baseIndex of the entry before the first one that it holds in its log
 * @param followers what a leader knows of the others, in order of their ids; empty on a member that does not lead
 */
public record ReplicaStatus(
        MemberId self,
        RoleName role,
        Term term,
        Optional<MemberId> leader,
        PlacedConfiguration membership,
        boolean isRecovering,
        long baseIndex,
        EntryId last,
        long durableIndex,
        long commitIndex,
        List<FollowerStatus> followers) {
    public ReplicaStatus {
        followers = List.copyOf(followers);
    }

    /** The four roles of Raft with PreVote. */
    public enum RoleName {
        FOLLOWER,
        PRE_CANDIDATE,
        CANDIDATE,
        LEADER
    }

    /**
     * What a leader knows of one other member.
     *
     * @param matchIndex durable on the follower, as it has said itself
     * @param heardMillisAgo since its last answer
     * @param counts false while it has lost entries that it had acknowledged
     */
    public record FollowerStatus(MemberId member, long matchIndex, long heardMillisAgo, boolean counts) {}
}
