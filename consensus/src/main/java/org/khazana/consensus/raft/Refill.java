package org.khazana.consensus.raft;

/**
 * A leader's view of a follower that has lost synced entries and is getting them back. Why this is safe: the follower has
 * acknowledged nothing to this leader beyond {@code targetIndex}, and whatever it had acknowledged to earlier leaders and
 * was committed lies in this leader's log before its opening entry. Having both again, it is as good as any follower.
 *
 * @param targetIndex the end of this leader's log when it learnt of the loss
 * @param sinceRound answers to earlier rounds were given before the loss, or before the leader knew of it
 */
record Refill(long targetIndex, long sinceRound) {

    /** What the follower must hold to be whole again; 0 while that is not yet agreed on without it. */
    long wholeAtIndex(long openingIndex, long commitIndex) {
        long needed = Math.max(targetIndex, openingIndex);
        return commitIndex >= needed ? needed : 0;
    }
}
