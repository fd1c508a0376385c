package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.message.Readmission;

/**
 * A leader's view of a follower that has lost synced entries and is getting them back. Why this is safe: the follower has
 * acknowledged nothing to this leader beyond {@code targetIndex}, and whatever it had acknowledged to earlier leaders and
 * was committed lies in this leader's log before its opening entry. Having both again, it is as good as any follower.
 *
 * @param recovery as the follower names it
 * @param targetIndex the end of this leader's log when it learnt of the loss
 * @param sinceRound answers to earlier rounds were given before the loss, or before the leader knew of it
 */
record Refill(long recovery, long targetIndex, long sinceRound) {

    /** When the follower is whole again; empty while what it needs is not yet agreed on without it. */
    Optional<Readmission> readmission(long openingIndex, long commitIndex) {
        long needed = Math.max(targetIndex, openingIndex);
        return commitIndex >= needed ? Optional.of(new Readmission(recovery, needed)) : Optional.empty();
    }
}
