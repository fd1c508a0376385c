package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.membership.MemberId;

/**
 * Asks whether it would win, without changing its term (thesis §9.6). It believes in no leader any more, or two such
 * members could keep each other from ever being elected.
 *
 * @param retryAtMillis when it asks again
 * @param question its number, which each answer repeats: an earlier one may have been answered while no leader was heard
 */
record PreCandidate(Tally tally, long retryAtMillis, long question) implements Role {

    /** The same question, which is asked anew at another time. */
    PreCandidate retryingAt(long atMillis) {
        return new PreCandidate(tally, atMillis, question);
    }

    @Override
    public ReplicaStatus.RoleName name() {
        return ReplicaStatus.RoleName.PRE_CANDIDATE;
    }

    @Override
    public Optional<MemberId> leader() {
        return Optional.empty();
    }

    @Override
    public boolean hearsLeader(long nowMillis, int electionTimeoutMillis) {
        return false;
    }
}
