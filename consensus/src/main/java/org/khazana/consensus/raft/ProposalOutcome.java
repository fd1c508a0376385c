package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.membership.MemberId;

/** What became of a {@link Input.Propose} or {@link Input.ChangeMembership}. */
public sealed interface ProposalOutcome {

    /**
     * The proposals are in the leader's log as this entry. Whether it commits is not known yet: it does when an entry
     * with this very id is applied, it never will when another id is applied at this index, and if this leader
     * vanishes the outcome stays unknown to it.
     */
    record Appended(EntryId id) implements ProposalOutcome {}

    /** Nothing was appended: this member does not lead. */
    record NotLeader(Optional<MemberId> leader) implements ProposalOutcome {}

    /** Nothing was appended: too much is waiting for a quorum or the state machine, or leadership is being handed over. */
    record Overloaded() implements ProposalOutcome {}

    /** Nothing was appended: this change of membership is not possible now. */
    record Refused(String why) implements ProposalOutcome {}
}
