package org.khazana.consensus.log;

import java.util.Optional;
import org.khazana.consensus.membership.MemberId;

/**
 * The current term and the vote given in it: one record, made durable in one step before any message that depends on
 * it (Raft Figure 2, persistent state). The vote is forgotten by a term increase and by nothing else.
 */
public record TermAndVote(Term term, Optional<MemberId> votedFor) {
    public static final TermAndVote NONE = new TermAndVote(Term.ZERO, Optional.empty());
}
