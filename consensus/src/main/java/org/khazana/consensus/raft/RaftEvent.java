package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.PlacedConfiguration;

/** Something an operator would want to read in the log. */
public sealed interface RaftEvent {
    record PreVoteStarted(Term term) implements RaftEvent {}

    record ElectionStarted(Term term) implements RaftEvent {}

    record BecameLeader(Term term, EntryId opening) implements RaftEvent {}

    record FollowsLeader(Term term, MemberId leader) implements RaftEvent {}

    record SteppedDown(Term term, Reason reason) implements RaftEvent {}

    record Truncated(long fromIndex, Optional<MemberId> onBehalfOf) implements RaftEvent {}

    /** Membership is now as {@code placed} says; it may still be undone while uncommitted. */
    record MembershipChanged(PlacedConfiguration placed) implements RaftEvent {}

    /** This leader asked {@code to} to take over. */
    record HandingOver(Term term, MemberId to) implements RaftEvent {}

    /** Nobody took over in time: this leader goes on. */
    record HandoverGivenUp(Term term, MemberId to) implements RaftEvent {}

    /** This member has got back all it had lost and takes part fully again. */
    record Recovered(long throughIndex) implements RaftEvent {}

    /** This leader learnt that a follower has lost entries; it does not count until it has them again. */
    record FollowerRecovers(MemberId follower, long throughIndex) implements RaftEvent {}

    /** A follower denies entries that it had acknowledged to this leader, which no longer counts it. */
    record FollowerForgot(MemberId follower, long deniedIndex, long acknowledgedIndex) implements RaftEvent {}

    /** The log begins anew after a snapshot. */
    record SnapshotReplacedLog(EntryId last) implements RaftEvent {}

    /** A message that no correct member sends; it was ignored. */
    record Protested(MemberId from, String why) implements RaftEvent {}

    enum Reason {
        HIGHER_TERM_SEEN,
        QUORUM_NOT_HEARD,
        NO_VOTER
    }
}
