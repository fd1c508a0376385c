package org.khazana.consensus.log;

import java.util.Optional;
import org.khazana.consensus.membership.MemberId;

/**
 * What must outlive a crash besides the log: one record, made durable in one step before any message that depends on it
 * (Raft Figure 2, persistent state).
 *
 * @param votedFor the vote given in {@code term}; forgotten by a term increase and by nothing else
 * @param isRecovering whether this member has lost entries that it had acknowledged. Until it has got them back it
 *     grants no vote and its acknowledgements do not count
 */
public record HardState(Term term, Optional<MemberId> votedFor, boolean isRecovering) {
    /** Of a member that never took part. */
    public static final HardState NONE = new HardState(Term.ZERO, Optional.empty(), false);

    /** The same term and vote, as of a member that has lost entries. */
    public HardState recovering() {
        return new HardState(term, votedFor, true);
    }
}
