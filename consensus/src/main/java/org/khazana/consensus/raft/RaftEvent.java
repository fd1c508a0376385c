package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;

/** Something an operator would want to read in the log. */
public sealed interface RaftEvent {
    record PreVoteStarted(Term term) implements RaftEvent {}

    record ElectionStarted(Term term) implements RaftEvent {}

    record BecameLeader(Term term, EntryId opening) implements RaftEvent {}

    record FollowsLeader(Term term, MemberId leader) implements RaftEvent {}

    record SteppedDown(Term term, Reason reason) implements RaftEvent {}

    record Truncated(long fromIndex, Optional<MemberId> onBehalfOf) implements RaftEvent {}

    /** A message that no correct member sends; it was ignored. */
    record Protested(MemberId from, String why) implements RaftEvent {}

    enum Reason {
        HIGHER_TERM_SEEN,
        QUORUM_NOT_HEARD
    }
}
